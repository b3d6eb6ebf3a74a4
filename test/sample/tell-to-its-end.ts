import { atSpeed, storyAt, type StoryClock } from '../../definitions/model/story-clock.ts';
import { connectRuns } from '../../engine/runs/connect.ts';
import type { SpaceAddress } from '../../engine/runs/space.ts';
import { changeClock } from '../../engine/sample/change-clock.ts';
import { SCALE_OF } from '../../engine/sample/pace.ts';
import type { Store } from '../../engine/store/store.ts';
import { readDay, stillOpen, type ToldCase } from './told-day.ts';

const DAY_MS = 86_400_000;
/** The day itself is told as it was started; what follows, mostly waiting, faster. */
const DAY_IS_OVER_MS = 0.6 * DAY_MS;
export const LATER_SCALE = 6 * SCALE_OF.normal;

export interface Telling {
  /** Of the installation itself. */
  readonly own: Store;
  /** The sample day's, and where it stands. */
  readonly store: Store;
  readonly address: SpaceAddress;
  readonly morning: string;
  /** Ms since the epoch; the day must be over by then. */
  readonly until: number;
}

/** The clock of the sample day that is on. */
export async function clockOf({ sampleDay }: Store): Promise<StoryClock> {
  const now = await sampleDay.read();
  if (now === null) throw new Error('no sample day is on');
  return now.clock;
}

/** False: it did not come true by then. */
export async function comesTrue(holds: () => Promise<boolean>, until: number): Promise<boolean> {
  while (!(await holds())) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return true;
}

/** Waits until the day is over, time going faster once all its mentions are heard; answers all that is known of it then. */
export async function tellToItsEnd({
  own,
  store,
  address,
  morning,
  until,
}: Telling): Promise<readonly ToldCase[]> {
  await comesTrue(
    async () => storyAt(await clockOf(own), Date.now()) > Date.parse(morning) + DAY_IS_OVER_MS,
    until,
  );
  const runs = await connectRuns({ address: address.temporalAddress, ...address, store });
  const where = { sampleDay: own.sampleDay, space: () => ({ store, runs }) };
  // Whoever tells it may change its clock at the same moment, after a kill.
  for (let isFaster = false; !isFaster;) {
    const clock = await clockOf(own);
    isFaster = await changeClock(clock, { clock: atSpeed(clock, Date.now(), LATER_SCALE) }, where);
  }
  const isOver = await comesTrue(async () => (await own.sampleDay.read())?.isOver === true, until);
  await runs.close();
  const day = await readDay(store);
  if (!isOver) throw new Error(`The sample day did not come to its end: ${stillOpen(day)}`);
  return day;
}
