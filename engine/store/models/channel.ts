import { Schema, type Connection } from 'mongoose';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { PLAIN } from './plain.ts';

/** `_id` is the channel's name. */
export interface ChannelDoc {
  _id: string;
  kind: ChannelKind;
  /** Most characters of one reply, if the channel declares it; null: no limit. */
  longestReply?: number | null;
}

export function channelModel(connection: Connection) {
  const schema = new Schema(
    { _id: { type: String }, kind: { type: String, required: true }, longestReply: { type: Number } },
    PLAIN,
  );
  return connection.model<ChannelDoc>('Channel', schema, 'channels');
}
