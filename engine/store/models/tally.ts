import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** How many there are of each key. */
export interface TallyDoc {
  /** 'now', 'before', or the half hour (ISO 8601) that it counts; 'folds' is the account of folding itself. */
  _id: string;
  /** Number of the fold that changed it last. */
  fold: number;
  counts: readonly { readonly key: string; readonly n: number }[];
}

/** What one transaction changes in the tallies, until it is folded into them. */
export interface TallyChangeDoc {
  _id: string;
  changes: readonly { readonly tally: string; readonly key: string; readonly by: number }[];
}

export function tallyModel(connection: Connection) {
  const count = new Schema(
    { key: { type: String, required: true }, n: { type: Number, required: true } },
    { ...PLAIN, _id: false },
  );
  const schema = new Schema(
    {
      _id: { type: String },
      fold: { type: Number, required: true },
      counts: { type: [count], required: true },
    },
    PLAIN,
  );
  schema.index({ fold: 1 });
  return connection.model<TallyDoc>('Tally', schema, 'tallies');
}

export function tallyChangeModel(connection: Connection) {
  const change = new Schema(
    {
      tally: { type: String, required: true },
      key: { type: String, required: true },
      by: { type: Number, required: true },
    },
    { ...PLAIN, _id: false },
  );
  const schema = new Schema({ _id: { type: String }, changes: { type: [change], required: true } }, PLAIN);
  return connection.model<TallyChangeDoc>('TallyChange', schema, 'tallyChanges');
}
