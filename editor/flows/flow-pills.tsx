import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';

/** How a flow stands: whether new cases begin with it, what is live, whether somebody drafts it or waits for approval. */
export function FlowPills({
  flow: { id, archived, draft, waiting, live, newest, takesCases },
}: {
  readonly flow: FlowRow;
}): ReactNode {
  const { flows } = words;
  if (archived !== null) return <Pill>{flows.isArchived}</Pill>;
  return (
    <>
      {takesCases ? <Pill tone="good">{flows.takesCases}</Pill> : null}
      {newest === null ? null : <Pill>{live === null ? flows.noneLive : flows.liveIs(live.number)}</Pill>}
      {waiting === null ? null : (
        <Link to={`/flows/${encodeURIComponent(id)}/approval`}>
          <Pill tone="accent">{flows.waits}</Pill>
        </Link>
      )}
      {draft === null ? null : <Pill tone="person">{flows.draft}</Pill>}
    </>
  );
}
