import type { ChannelKind } from '../../definitions/model/mention.ts';
import type { Database } from './database.ts';
import { untilWritten } from './transaction.ts';

/** A channel of this installation. */
export interface ChannelRecord {
  readonly name: string;
  readonly kind: ChannelKind;
}

export interface ChannelStore {
  /** Declares a channel or changes its kind; mentions stored before keep theirs. */
  declare(channel: ChannelRecord): Promise<void>;
  find(name: string): Promise<ChannelRecord | null>;
  list(): Promise<readonly ChannelRecord[]>;
}

export function channelStore(db: Database): ChannelStore {
  const { channels } = db.models;
  return {
    async declare({ name, kind }) {
      await untilWritten(() => channels.updateOne({ _id: name }, { $set: { kind } }, { upsert: true }));
    },
    async find(name) {
      const doc = await channels.findById(name).lean();
      return doc === null ? null : { name: doc._id, kind: doc.kind };
    },
    async list() {
      const docs = await channels.find().sort({ _id: 1 }).lean();
      return docs.map((doc) => ({ name: doc._id, kind: doc.kind }));
    },
  };
}
