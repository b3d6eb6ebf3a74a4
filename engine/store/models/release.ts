import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';
import { PUBLISHED, type PublishedDoc } from './published.ts';

export interface ReleaseDoc extends PublishedDoc {
  /** Counts the flow's releases; the highest is live. */
  n: number;
}

export function releaseModel(connection: Connection) {
  const schema = new Schema({ ...PUBLISHED, n: { type: Number, required: true } }, PLAIN);
  schema.index({ flow: 1, n: -1 }, { unique: true });
  return connection.model<ReleaseDoc>('Release', schema, 'releases');
}
