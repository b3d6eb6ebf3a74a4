import type { Customer } from '../../../definitions/model/customer.ts';
import { customerCells } from '../../identity/register/cells.ts';
import { RegisterCounter } from '../../identity/register/counts.ts';
import {
  planRegister,
  recordReader,
  tokenMaker,
  tokenWords,
  type RegisterPlan,
} from '../../identity/register/plan.ts';
import type { Database } from '../database.ts';
import type { CustomerDoc } from '../models/customer.ts';
import { keepPlan } from './current-plan.ts';
import { customerOf } from './customer-of.ts';
import { writeCustomers } from './write-customers.ts';

export type LoadedRecord = Omit<Customer, 'id' | 'crm'>;

export interface LoadOptions {
  /** About how many records come; what is not said is taken to be as many as there were. */
  readonly expected?: number;
  /** Hears how many records are in. */
  readonly onProgress?: (records: number) => void;
}

export interface LoadReport {
  /** Records that came. */
  readonly records: number;
  /** Of those, customers that were not known before. */
  readonly added: number;
  /** Customers of all CRMs that can be found now. */
  readonly customers: number;
  readonly keys: readonly string[];
  readonly refusedKeys: RegisterPlan['refused'];
  /** Values that too many share to look for them alone, the first of them by name. */
  readonly tooCommon: { readonly count: number; readonly first: readonly string[] };
  readonly planId: string;
}

/** The first so many records say which keys are chosen. */
const SAMPLE = 20_000;
const BATCH = 1_000;
/** Batches under way at once: while one is written another one is read. */
const AT_ONCE = 3;
const MOST_NAMED = 20;

/**
 * Takes in all that a CRM says of its customers, chooses by what they can be found, and makes those of other CRMs
 * findable in the same way. A record that was known keeps its id; one that the CRM has no more stays. Again is the same.
 */
export async function loadRegister(
  db: Database,
  crm: string,
  records: AsyncIterable<LoadedRecord>,
  { expected, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  const { customers } = db.models;
  const incoming = records[Symbol.asyncIterator]();
  const first: LoadedRecord[] = [];
  while (first.length < SAMPLE) {
    const next = await incoming.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const others = await customers
    .find({ crm: { $ne: crm } })
    .sort({ _id: 1 })
    .limit(SAMPLE)
    .lean();
  const known = await customers.estimatedDocumentCount();
  const size = Math.max(known, expected ?? 0, first.length + others.length);
  const plan = planRegister(
    [
      ...first.map((one) => ({ crm, cells: customerCells({ ...one, crm }) })),
      ...others.map((doc) => ({ crm: doc.crm, cells: customerCells(customerOf(doc)) })),
    ],
    size,
  );
  const planId = db.newId();
  const prepared = preparer(plan, planId, db.now());
  let [count, added, told] = [0, 0, 0];
  const taken = async (batch: readonly LoadedRecord[]): Promise<void> => {
    const docs = batch.map((record) => prepared.ofRecord({ ...record, crm }));
    const fresh = await writeCustomers(db, docs);
    added += fresh;
    count += docs.length;
    if (count - told < 10_000) return;
    told = count;
    onProgress(count);
  };
  await inBatches(chained(first, incoming), taken);
  // Customers of other CRMs, and what this one has no more, are found by the new keys as well.
  const left = customers
    .find({ planId: { $ne: planId } })
    .lean()
    .cursor({ batchSize: BATCH });
  await inBatches(left, (docs) => writeAgain(db, docs, prepared));
  const counts = prepared.counter.counts();
  await keepPlan(db, { id: planId, plan, counts });
  return {
    records: count,
    added,
    customers: counts.records,
    keys: plan.keys,
    refusedKeys: plan.refused,
    tooCommon: { count: counts.large.size, first: prepared.named },
    planId,
  };
}

interface Preparer {
  /** What stands in the store of a record beside what it says. */
  ofRecord(record: Omit<Customer, 'id'>): Omit<CustomerDoc, '_id' | 'nameWords'>;
  readonly counter: RegisterCounter;
  readonly named: string[];
}

function preparer(plan: RegisterPlan, planId: string, asOf: Date): Preparer {
  const counter = new RegisterCounter();
  const [read, tokensOf] = [recordReader(plan.dayOrder), tokenMaker(plan)];
  const named: string[] = [];
  return {
    counter,
    named,
    ofRecord(record) {
      const values = read(record.crm, customerCells(record));
      const tokens = tokensOf(values);
      for (const token of counter.add(values, tokens))
        if (named.length < MOST_NAMED) named.push(tokenWords(plan, values, token));
      return { ...record, read: values, tokens, planId, asOf };
    },
  };
}

async function writeAgain(db: Database, docs: readonly CustomerDoc[], prepared: Preparer): Promise<void> {
  await db.models.customers.collection.bulkWrite(
    docs.map((doc) => {
      const { read, tokens, planId } = prepared.ofRecord(customerOf(doc));
      return { updateOne: { filter: { _id: doc._id }, update: { $set: { read, tokens, planId } } } };
    }) as never,
    { ordered: false },
  );
}

async function* chained<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Hands on what comes in batches, a few of them at once. */
async function inBatches<T>(
  things: AsyncIterable<T>,
  take: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let batch: T[] = [];
  const send = async (): Promise<void> => {
    const sent = take(batch);
    batch = [];
    underWay.add(sent);
    // Who fails is heard below.
    sent.then(
      () => underWay.delete(sent),
      () => undefined,
    );
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  for await (const thing of things) {
    batch.push(thing);
    if (batch.length >= BATCH) await send();
  }
  if (batch.length > 0) await send();
  await Promise.all(underWay);
}
