import type { ReactNode } from 'react';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';

/** How a flow stands: whether new cases begin with it, what is live, whether somebody drafts it. */
export function FlowPills({
  flow: { archived, draft, live, newest, takesCases },
}: {
  readonly flow: FlowRow;
}): ReactNode {
  const { flows } = words;
  if (archived !== null) return <Pill>{flows.isArchived}</Pill>;
  return (
    <>
      {takesCases ? <Pill tone="good">{flows.takesCases}</Pill> : null}
      {newest === null ? null : <Pill>{live === null ? flows.noneLive : flows.liveIs(live.number)}</Pill>}
      {draft === null ? null : <Pill tone="person">{flows.draft}</Pill>}
    </>
  );
}
