import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { storyAt, type StoryClock } from '../../definitions/model/story-clock.ts';
import { useSampleDay } from './sample-day.ts';

const NowContext = createContext(0);
const EVERY_MS = 15_000;
/** A story runs so fast that its clock must be looked at more often. */
const STORY_EVERY_MS = 500;

/** Gives all of a page the same clock: the reader's, or the story's where a sample day is shown. */
export function NowProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const clock = useSampleDay().data?.clock ?? null;
  const now = useTicking(clock);
  return <NowContext value={now}>{children}</NowContext>;
}

function useTicking(clock: StoryClock | null): number {
  const [real, setReal] = useState(() => Date.now());
  const everyMs = clock === null ? EVERY_MS : STORY_EVERY_MS;
  useEffect(() => {
    setReal(Date.now());
    if (clock?.scale === 0) return undefined;
    const ticking = setInterval(() => setReal(Date.now()), everyMs);
    return () => clearInterval(ticking);
  }, [everyMs, clock?.scale, clock?.real]);
  return storyAt(clock, clock === null ? real : Math.max(real, clock.real));
}

/** Milliseconds since the epoch, at most a quarter of a minute old; in the story's time where a story is told. */
export function useNow(): number {
  return useContext(NowContext);
}
