import type { ReactNode } from 'react';
import type { PartRevision } from '../../../definitions/model/views/part.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { words } from '../../shell/words.ts';

/** 'revision 3 · 2 days ago by Noor · why', of a revision that changed a part. */
export function WhoChanged({
  revision: { number, at, by, why },
}: {
  readonly revision: PartRevision;
}): ReactNode {
  const { flows } = words;
  return (
    <>
      {flows.revision(number)} · <Moment at={at} /> {by.name === '' ? null : flows.by(by.name)}
      {why === '' ? null : ` · ${why}`}
    </>
  );
}
