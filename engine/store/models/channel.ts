import { Schema, type Connection } from 'mongoose';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { PLAIN } from './plain.ts';

/** `_id` is the channel's name. */
export interface ChannelDoc {
  _id: string;
  kind: ChannelKind;
}

export function channelModel(connection: Connection) {
  const schema = new Schema({ _id: { type: String }, kind: { type: String, required: true } }, PLAIN);
  return connection.model<ChannelDoc>('Channel', schema, 'channels');
}
