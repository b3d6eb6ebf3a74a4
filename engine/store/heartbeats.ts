import type { Database } from './database.ts';
import { iso } from './iso.ts';
import { untilWritten } from './transaction.ts';

/** A sign of life of a worker. */
export interface Heartbeat {
  readonly worker: string;
  readonly queue: string;
  readonly build: string | null;
  readonly activities: readonly string[];
  readonly at: string;
}

export interface HeartbeatStore {
  beat(beat: {
    readonly worker: string;
    readonly queue: string;
    readonly build?: string;
    readonly activities: readonly string[];
  }): Promise<void>;
  /** Workers seen since then. */
  since(at: Date): Promise<readonly Heartbeat[]>;
}

export function heartbeatStore(db: Database): HeartbeatStore {
  const { heartbeats } = db.models;
  return {
    async beat({ worker, queue, build = null, activities }) {
      const sign = { $set: { queue, build, activities: [...activities], at: db.machineNow() } };
      await untilWritten(() => heartbeats.updateOne({ _id: worker }, sign, { upsert: true }));
    },
    async since(at) {
      const docs = await heartbeats
        .find({ at: { $gte: at } })
        .sort({ at: 1 })
        .lean();
      return docs.map(({ _id, queue, build, activities, at: seen }) => ({
        worker: _id,
        queue,
        build,
        activities,
        at: iso(seen),
      }));
    },
  };
}
