import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { Database } from './database.ts';
import type { SampleDayDoc } from './models/sample-day.ts';
import { isDuplicateKey, untilWritten } from './transaction.ts';

/** What is known of the sample day that is on. Its people, mentions and cases stand in a data set of their own. */
export interface SampleDay {
  readonly clock: StoryClock;
  /** Everybody in the story answers by themselves, the visitor's tasks too. */
  readonly answersItself: boolean;
  readonly startedBy: string;
  /** It is being taken away. */
  readonly isEnding: boolean;
  /** Workers that carry its cases now. */
  readonly workers: readonly string[];
}

/** One sample day at most; every process of the installation reads here whether there is one, and how fast it runs. */
export interface SampleDayStore {
  /** Null: none is on. */
  read(): Promise<SampleDay | null>;
  /** False: one is on already, and stays as it is. */
  start(day: Pick<SampleDay, 'clock' | 'answersItself' | 'startedBy'>): Promise<boolean>;
  /** Answers the day as it is then; null: none is on. */
  change(to: Partial<Pick<SampleDay, 'clock' | 'answersItself' | 'isEnding'>>): Promise<SampleDay | null>;
  carriedBy(worker: string, isOn: boolean): Promise<void>;
  forget(): Promise<void>;
}

const THE_DAY = { _id: 'sample day' };

export function sampleDayStore(db: Database): SampleDayStore {
  const { sampleDays } = db.models;
  return {
    async read() {
      return dayOf(await sampleDays.findOne(THE_DAY).lean());
    },
    async start(day) {
      try {
        await sampleDays.insertMany([{ ...THE_DAY, ...day, isEnding: false, workers: [] }], { lean: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async change(to) {
      const after = await untilWritten(() =>
        sampleDays.findOneAndUpdate(THE_DAY, { $set: to }, { returnDocument: 'after', lean: true }),
      );
      return dayOf(after);
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
  const { _id, ...day } = doc;
  return day;
}
