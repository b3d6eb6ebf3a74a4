import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { SampleDayView, SamplePace } from '../../definitions/model/views/sample-day.ts';
import { ask, tell, tellOwn } from './api.ts';
import { goTo, place } from './place.ts';

const KEY = ['sample-day'];
/** Somebody else may have changed its pace, or taken it away. */
const LOOK_MS = 5_000;
const MORNING = { hours: 7, minutes: 30 };

/** The sample day that these pages show; undefined data while it is asked for, and on pages of one's own cases. */
export function useSampleDay(): UseQueryResult<SampleDayView> {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<SampleDayView>('/sample-day', {}, signal),
    enabled: place !== '',
    refetchInterval: LOOK_MS,
  });
}

type Act = 'start' | 'pace' | 'answers' | 'remove';

/** What the visitor can do with the sample day; `busy` names what is under way. */
export function useSampleDayActs(): {
  readonly busy: Act | null;
  start(): Promise<void>;
  setPace(pace: SamplePace): Promise<void>;
  setByThemselves(byThemselves: boolean): Promise<void>;
  remove(): Promise<void>;
} {
  const client = useQueryClient();
  const [busy, setBusy] = useState<Act | null>(null);
  const doing = async (act: Act, work: () => Promise<unknown>): Promise<void> => {
    setBusy(act);
    try {
      await work();
      await client.invalidateQueries({ queryKey: KEY });
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    start: () =>
      doing('start', async () => {
        await tellOwn('/sample-day', { morning: morning().toISOString() });
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

/** Half past seven on the last Monday, where the reader is: the story begins with a working week before it. */
function morning(): Date {
  const at = new Date();
  at.setDate(at.getDate() - ((at.getDay() + 6) % 7));
  at.setHours(MORNING.hours, MORNING.minutes, 0, 0);
  return at;
}
