import type { ChannelKind } from '../../definitions/model/mention.ts';
import { LONGEST_REPLY } from '../../definitions/model/reply-length.ts';
import type { Database } from './database.ts';
import type { ChannelDoc } from './models/channel.ts';
import { untilWritten } from './transaction.ts';

/** A channel of this installation. */
export interface ChannelRecord {
  readonly name: string;
  readonly kind: ChannelKind;
  /** Most characters of one reply on it; null: no limit. */
  readonly longestReply: number | null;
}

/** A channel as somebody declares it. Without `longestReply` it is what its kind usually has. */
export type DeclaredChannel = Pick<ChannelRecord, 'name' | 'kind'> & {
  readonly longestReply?: number | null;
};

export interface ChannelStore {
  /** Declares a channel or changes its kind; mentions stored before keep theirs. */
  declare(channel: DeclaredChannel): Promise<void>;
  find(name: string): Promise<ChannelRecord | null>;
  list(): Promise<readonly ChannelRecord[]>;
}

export function channelStore(db: Database): ChannelStore {
  const { channels } = db.models;
  return {
    async declare({ name, kind, longestReply }) {
      const change =
        longestReply === undefined
          ? { $set: { kind }, $unset: { longestReply: 1 as const } }
          : { $set: { kind, longestReply } };
      await untilWritten(() => channels.updateOne({ _id: name }, change, { upsert: true }));
    },
    async find(name) {
      const doc = await channels.findById(name).lean();
      return doc === null ? null : recordOf(doc);
    },
    async list() {
      const docs = await channels.find().sort({ _id: 1 }).lean();
      return docs.map(recordOf);
    },
  };
}

function recordOf({ _id, kind, longestReply }: ChannelDoc): ChannelRecord {
  return { name: _id, kind, longestReply: longestReply === undefined ? LONGEST_REPLY[kind] : longestReply };
}
