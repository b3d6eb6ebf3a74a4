import type { Customer } from '../../definitions/model/customer.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { CustomerBesides } from './models/customer.ts';
import { customerCells } from '../identity/register/cells.ts';
import { recordReader, tokenMaker } from '../identity/register/plan.ts';
import { planReader } from './register/current-plan.ts';
import { customerOf } from './register/customer-of.ts';
import { searchWords } from './search-words.ts';
import { untilWritten, upserted } from './transaction.ts';

/** What is known of a customer beside the record itself; null: nothing yet. */
export interface KnownBesides {
  readonly asOf: string | null;
  readonly besides: CustomerBesides | null;
}

export interface CustomerStore {
  /** Keeps what a CRM says now; the record is known by crm and account number and keeps its id. */
  upsert(customer: Omit<Customer, 'id'>): Promise<Customer>;
  find(customerId: string): Promise<Customer | null>;
  findMany(customerIds: readonly string[]): Promise<readonly Customer[]>;
  /** Keeps what the CRM says besides of a customer: products and contacts with support. */
  keepBesides(customerId: string, besides: CustomerBesides): Promise<void>;
  /** For when what is known of customers holds, and what their CRMs said besides. */
  besides(customerIds: readonly string[]): Promise<ReadonlyMap<string, KnownBesides>>;
  byAccount(crm: string, accountNumber: string): Promise<Customer | null>;
}

export function customerStore(db: Database, current = planReader(db)): CustomerStore {
  const { customers } = db.models;
  return {
    async upsert(customer) {
      const { crm, accountNumber, ...said } = customer;
      const nameWords = searchWords([accountNumber, said.name, said.email]);
      const { id: planId, plan } = await current();
      const read = recordReader(plan.dayOrder)(crm, customerCells(customer));
      const tokens = tokenMaker(plan)(read);
      const doc = await upserted(() =>
        customers.findOneAndUpdate(
          { crm, accountNumber },
          {
            $set: {
              ...said,
              products: [...said.products],
              nameWords,
              read,
              tokens,
              planId,
              asOf: db.now(),
              emptiedAt: null,
            },
            $setOnInsert: { _id: db.newId() },
          },
          { upsert: true, returnDocument: 'after', lean: true },
        ),
      );
      return customerOf(doc);
    },
    async find(customerId) {
      const doc = await customers.findById(customerId).lean();
      return doc === null ? null : customerOf(doc);
    },
    async findMany(customerIds) {
      const docs = await customers.find({ _id: { $in: [...customerIds] } }).lean();
      return docs.map(customerOf);
    },
    async keepBesides(customerId, besides) {
      await untilWritten(() => customers.updateOne({ _id: customerId }, { $set: { besides } }));
    },
    async besides(customerIds) {
      const docs = await customers
        .find({ _id: { $in: [...customerIds] } })
        .select({ asOf: 1, besides: 1 })
        .lean();
      return new Map(
        docs.map(({ _id, asOf, besides }) => [
          _id,
          { asOf: asOf == null ? (besides?.asOf ?? null) : iso(asOf), besides: besides ?? null },
        ]),
      );
    },
    async byAccount(crm, accountNumber) {
      const doc = await customers.findOne({ crm, accountNumber }).lean();
      return doc === null ? null : customerOf(doc);
    },
  };
}
