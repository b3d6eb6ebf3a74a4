import type { ReactNode } from 'react';
import { dueState, timeLeft, wholeDate } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { Pill } from '../shell/pill.tsx';

/** How long is left, or how late it is; coloured only when that is soon or past. */
export function Due({ at }: { readonly at: string }): ReactNode {
  const now = useNow();
  const tone = { late: 'bad', soon: 'person', later: 'plain' } as const;
  return (
    <Pill tone={tone[dueState(at, now)]} title={wholeDate(at)}>
      {timeLeft(at, now)}
    </Pill>
  );
}
