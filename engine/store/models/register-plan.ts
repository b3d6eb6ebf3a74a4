import { Schema, type Connection } from 'mongoose';
import type { RegisterPlan } from '../../identity/register/plan.ts';
import { PLAIN } from './plain.ts';

/** How customers are found and weighed, and what was counted of them, one document each time that it is worked out. */
export interface RegisterPlanDoc {
  _id: string;
  /** From 1; the highest is the one that counts. */
  n: number;
  at: Date;
  plan: RegisterPlan;
  records: number;
  said: readonly number[];
  /** Hashes of common values, and how many customers have each. */
  common: readonly number[];
  commonCounts: readonly number[];
  /** Tokens that too many share. */
  large: readonly number[];
}

export function registerPlanModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      n: { type: Number, required: true },
      at: { type: Date, required: true },
      plan: { type: Schema.Types.Mixed, required: true },
      records: { type: Number, required: true },
      said: { type: [Number], required: true },
      common: { type: [Number], required: true },
      commonCounts: { type: [Number], required: true },
      large: { type: [Number], required: true },
    },
    PLAIN,
  );
  schema.index({ n: 1 }, { unique: true });
  return connection.model<RegisterPlanDoc>('RegisterPlan', schema, 'registerPlans');
}
