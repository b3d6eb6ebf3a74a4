import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { SampleDayView, SamplePace } from '../../definitions/model/views/sample-day.ts';
import { askOwn, tell, tellOwn } from './api.ts';
import { goTo, place } from './place.ts';

export const SAMPLE_DAY = ['sample-day'];
/** Somebody else may have changed its pace, or taken it away. */
const LOOK_MS = 5_000;
const MORNING = { hours: 7, minutes: 30 };

/** The sample day that these pages show; undefined data while it is asked for, and on pages of one's own cases. */
export function useSampleDay(): UseQueryResult<SampleDayView> {
  return useQuery({
    queryKey: SAMPLE_DAY,
    // Of the installation: the day's own API goes with it.
    queryFn: ({ signal }) => askOwn<SampleDayView>('/sample-day', signal),
    enabled: place !== '',
    refetchInterval: LOOK_MS,
  });
}

type Act = 'start' | 'pace' | 'answers' | 'remove';

/** What the visitor can do with the sample day; `busy` names what is under way, `error` why the last did not work. */
export function useSampleDayActs(): {
  readonly busy: Act | null;
  readonly error: unknown;
  start(): Promise<void>;
  setPace(pace: SamplePace): Promise<void>;
  setByThemselves(byThemselves: boolean): Promise<void>;
  remove(): Promise<void>;
} {
  const client = useQueryClient();
  const [busy, setBusy] = useState<Act | null>(null);
  const [error, setError] = useState<unknown>(null);
  const doing = async (act: Act, work: () => Promise<unknown>): Promise<void> => {
    setBusy(act);
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(problem);
      // Somebody else may have started it, or taken it away.
      await client.invalidateQueries({ queryKey: ['session'] });
    } finally {
      setBusy(null);
      await client.invalidateQueries({ queryKey: SAMPLE_DAY });
    }
  };
  return {
    busy,
    error,
    start: () =>
      doing('start', async () => {
        await tellOwn('/sample-day', { morning: morning() });
        goTo('sample day');
      }),
    setPace: (pace) => doing('pace', () => tell('/sample-day/pace', { pace })),
    setByThemselves: (byThemselves) => doing('answers', () => tell('/sample-day/answers', { byThemselves })),
    remove: () =>
      doing('remove', async () => {
        await tellOwn('/sample-day/remove', {});
        goTo('own cases');
      }),
  };
}

/** Half past seven on the last Monday, by the reader's clock: the story begins with a working week before it. */
function morning(): string {
  const at = new Date();
  at.setDate(at.getDate() - ((at.getDay() + 6) % 7));
  at.setHours(MORNING.hours, MORNING.minutes, 0, 0);
  return withOffset(at);
}

/** ISO 8601 with the offset that the reader's clock has then: people of the story keep hours by it. */
function withOffset(at: Date): string {
  const ahead = -at.getTimezoneOffset();
  const two = (n: number): string => String(n).padStart(2, '0');
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return new Date(at.getTime() + ahead * 60_000).toISOString().replace(/\.\d+Z$/, offset);
}
