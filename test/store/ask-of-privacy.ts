import { RETENTION_KINDS } from '../../definitions/model/retention.ts';
import type { Store } from '../../engine/store/store.ts';
import { erase } from './erase.ts';

/** Every question about what is kept of people, for how long, and taking it away. */
export async function askOfPrivacy(store: Store, profileId: string): Promise<void> {
  const person = await store.persons.find({ profileIds: [profileId], email: 'ann@example.org' });
  await store.persons.export(person);
  const { erasure } = await erase(store, profileId);
  await store.erasure.find(erasure.id);
  await store.erasure.stillHolds(erasure.id);
  await store.erasure.goOn();
  await store.retention.rules();
  for (const kind of RETENTION_KINDS)
    await store.retention.set(kind, { days: 1, by: 'dora', why: 'A trial.' });
  const run = await store.retention.begin('run', 'dora');
  for (const kind of RETENTION_KINDS)
    for (let place: string | null = null, isFirst = true; isFirst || place !== null; isFirst = false)
      place = (await store.retention.takeAway(run.id, kind, place)).next;
  await store.retention.finish(run.id);
  await store.retention.runs();
}
