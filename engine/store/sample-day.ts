import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { Database } from './database.ts';
import type { SampleDayDoc } from './models/sample-day.ts';
import { inTransaction, untilWritten } from './transaction.ts';

/** What is known of the sample day that is on. Its people, mentions and cases stand in a data set of their own. */
export interface SampleDay {
  readonly clock: StoryClock;
  /** The instant at which the story began, with the offset of its visitor's clock: '2026-03-02T07:30:00-05:00'. */
  readonly morning: string;
  /** Since when the visitor's tasks are answered by themselves too (story time, ms); null: they wait for the visitor. */
  readonly answersItselfSince: number | null;
  readonly startedBy: string;
  /** It is being taken away. */
  readonly isEnding: boolean;
  /** All of it is told: nothing more will be said, and what is open waits for the visitor alone. */
  readonly isOver: boolean;
  /** How fast it was told before it was over: story seconds per real second; null: it never was over. */
  readonly goesOnAtScale: number | null;
  /** Workers that carry its cases now. */
  readonly workers: readonly string[];
}

/** One sample day at most; every process of the installation reads here whether there is one, and how fast it runs. */
export interface SampleDayStore {
  /** Null: none is on. */
  read(): Promise<SampleDay | null>;
  /**
   * False: one is on already, and stays as it is. `prepare` puts in place what has to be there before anybody learns
   * of it; of several who start one at once, it is called for the one whose day it becomes, and for nobody after that.
   */
  start(
    day: Pick<SampleDay, 'clock' | 'morning' | 'startedBy'>,
    prepare?: () => Promise<void>,
  ): Promise<boolean>;
  /** Answers the day as it is then; null: none is on. */
  change(
    to: Partial<Pick<SampleDay, 'answersItselfSince' | 'isEnding' | 'isOver'>>,
  ): Promise<SampleDay | null>;
  /** Lets it go on by another clock; false: none is on, or its clock is not `from` any more. */
  setClock(
    from: StoryClock,
    to: Pick<SampleDay, 'clock'> & Partial<Pick<SampleDay, 'isOver' | 'goesOnAtScale'>>,
  ): Promise<boolean>;
  /**
   * One process at a time tells the story: whoever did last, or anyone once that one was not there for a while.
   * Null: another tells it. Else when it was last told before now, ms since the epoch; null: never.
   */
  tell(teller: string): Promise<{ readonly toldBefore: number | null } | null>;
  /** Whether a process tells it now. */
  isTold(): Promise<boolean>;
  /** Lets another process tell it at once. */
  letGo(teller: string): Promise<void>;
  carriedBy(worker: string, isOn: boolean): Promise<void>;
  forget(): Promise<void>;
}

/** Another may take over after so long without a sign of whoever told the story. */
const LEASE_MS = 4_000;
const THE_DAY = { _id: 'sample day' };

export function sampleDayStore(db: Database): SampleDayStore {
  const { sampleDays } = db.models;
  return {
    async read() {
      return dayOf(await sampleDays.findOne(THE_DAY).lean());
    },
    start(day, prepare = () => Promise.resolve()) {
      const nobody = { workers: [], teller: null, toldAt: null };
      const fresh = {
        ...THE_DAY,
        ...day,
        answersItselfSince: null,
        isEnding: false,
        isOver: false,
        ...nobody,
      };
      // Nobody sees the day before it is prepared, and with who dies meanwhile it is gone. Who comes second is in the
      // way of the first, and finds the day on its next try.
      return inTransaction(db, async (session) => {
        if ((await sampleDays.findOne(THE_DAY).session(session).lean()) !== null) return false;
        await sampleDays.insertMany([fresh], { session, lean: true });
        await prepare();
        return true;
      });
    },
    async change(to) {
      const after = await untilWritten(() =>
        sampleDays.findOneAndUpdate(THE_DAY, { $set: to }, { returnDocument: 'after', lean: true }),
      );
      return dayOf(after);
    },
    async setClock(from, to) {
      const asRead = {
        ...THE_DAY,
        'clock.real': from.real,
        'clock.story': from.story,
        'clock.scale': from.scale,
      };
      const { matchedCount } = await untilWritten(() => sampleDays.updateOne(asRead, { $set: to }));
      return matchedCount === 1;
    },
    async tell(teller) {
      const now = db.machineNow().getTime();
      const free = [{ teller }, { teller: null }, { toldAt: { $lt: now - LEASE_MS } }];
      const before = await untilWritten(() =>
        sampleDays.findOneAndUpdate(
          { ...THE_DAY, $or: free },
          { $set: { teller, toldAt: now } },
          { returnDocument: 'before', lean: true },
        ),
      );
      return before === null ? null : { toldBefore: before.toldAt };
    },
    async isTold() {
      const since = db.machineNow().getTime() - LEASE_MS;
      const told = { ...THE_DAY, teller: { $ne: null }, toldAt: { $gte: since } };
      return (await sampleDays.exists(told)) !== null;
    },
    async letGo(teller) {
      await untilWritten(() => sampleDays.updateOne({ ...THE_DAY, teller }, { $set: { teller: null } }));
    },
    async carriedBy(worker, isOn) {
      const change = isOn ? { $addToSet: { workers: worker } } : { $pull: { workers: worker } };
      await untilWritten(() => sampleDays.updateOne(THE_DAY, change));
    },
    async forget() {
      await untilWritten(() => sampleDays.deleteOne(THE_DAY));
    },
  };
}

function dayOf(doc: SampleDayDoc | null): SampleDay | null {
  if (doc === null) return null;
  const { _id, teller: _teller, toldAt: _toldAt, ...day } = doc;
  return { ...day, goesOnAtScale: day.goesOnAtScale ?? null };
}
