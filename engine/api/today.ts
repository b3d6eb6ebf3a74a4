import type { Today } from '../../definitions/model/views/today.ts';
import type { Deps } from './deps.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { SHARED_MS, sharedReading } from './shared-reading.ts';
import { countsOfSpans, countsOfSteps, spansSince } from './today-counts.ts';
import { TodayQuery, TodaySchema } from './today.schema.ts';

/** As long as half hours are told apart, see the store's tallies. */
const KEPT_MS = 9 * 24 * 60 * 60_000;

export function todayRoutes({ store, runs, now }: Deps): readonly Route[] {
  const liveFlow = async (): Promise<Today['flow']> => {
    const release = await store.releases.live(await runs.flowOfNewCases());
    const record = release === null ? null : await store.revisions.find(release.hash);
    if (record === null) return null;
    const { flow: id, name, hash, number } = record;
    return { id, name, hash, number };
  };
  const read = sharedReading(SHARED_MS, async () => {
    const [sheet, flow] = await Promise.all([store.tallies.read(), liveFlow()]);
    return { sheet, flow };
  });
  return [
    defineRoute({
      id: 'readToday',
      summary: 'How the work goes: what was heard, what became of it, what broke, and where cases stand',
      method: 'get',
      path: '/api/today',
      access: 'signed in',
      query: TodayQuery,
      answer: TodaySchema,
      async handle({ query }): Promise<Today> {
        const { sheet, flow } = await read();
        const { since, spans } = spansSince(sheet, query.since, now() - KEPT_MS);
        return { since, flow, ...countsOfSpans(spans), ...countsOfSteps(sheet.standing, flow?.id ?? null) };
      },
    }),
  ];
}
