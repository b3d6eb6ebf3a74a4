import { Schema, type Connection } from 'mongoose';
import type { Product, SupportContact } from '../../../definitions/model/customer.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { PLAIN } from './plain.ts';

export interface CustomerDoc {
  _id: string;
  crm: string;
  accountNumber: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  birthDate: string | null;
  address: string | null;
  locality: string | null;
  postcode: string | null;
  region: string | null;
  since: string | null;
  products: readonly string[];
  extra: JsonObject;
  /** What it is found by: see search-words. */
  nameWords: readonly string[];
  /** What is compared of it with who writes, the tokens by which it is found then, and the plan they were made by. */
  read?: readonly (string | null)[];
  tokens?: readonly number[];
  planId?: string;
  /** When the CRM said so; older documents do not say. */
  asOf?: Date | null;
  /** What the CRM said besides, and when. */
  besides?: CustomerBesides | null;
  /** Since when nothing is kept of it but whose it is. */
  emptiedAt?: Date | null;
}

export interface CustomerBesides {
  readonly products: readonly Product[];
  readonly contacts: readonly SupportContact[];
  readonly asOf: string;
}

export function customerModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      crm: { type: String, required: true },
      accountNumber: { type: String, required: true },
      name: { type: String },
      email: { type: String },
      phone: { type: String },
      birthDate: { type: String },
      address: { type: String },
      locality: { type: String },
      postcode: { type: String },
      region: { type: String },
      since: { type: String },
      products: { type: [String], required: true },
      extra: { type: Schema.Types.Mixed, required: true },
      nameWords: { type: [String], required: true },
      read: { type: [String], default: undefined },
      tokens: { type: [Number], default: undefined },
      planId: { type: String },
      asOf: { type: Date },
      besides: { type: Schema.Types.Mixed },
      emptiedAt: { type: Date },
    },
    PLAIN,
  );
  schema.index({ crm: 1, accountNumber: 1 }, { unique: true });
  schema.index({ nameWords: 1 });
  schema.index({ tokens: 1 });
  schema.index({ email: 1 }, { partialFilterExpression: { email: { $gt: '' } } });
  schema.index({ asOf: 1, _id: 1 });
  return connection.model<CustomerDoc>('Customer', schema, 'customers');
}
