import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** `_id` is hash and compiler version. The plan is kept as JSON text, so that any key is allowed in it. */
export interface PlanDoc {
  _id: string;
  plan: string;
}

export function planModel(connection: Connection) {
  const schema = new Schema({ _id: { type: String }, plan: { type: String, required: true } }, PLAIN);
  return connection.model<PlanDoc>('Plan', schema, 'plans');
}
