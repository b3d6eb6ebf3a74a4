import type { ReactNode } from 'react';
import { when, wholeDate } from './moment.ts';
import { useNow } from './now.tsx';

/** An instant as a colleague says it, with the whole date for who points at it. */
export function Moment({ at }: { readonly at: string }): ReactNode {
  const now = useNow();
  return (
    <time dateTime={at} title={wholeDate(at)}>
      {when(at, now)}
    </time>
  );
}
