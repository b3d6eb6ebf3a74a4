import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { ErasureDoc } from './models/erasure.ts';
import { beginErasure, finishErasure } from './privacy/erase.ts';
import { digestOf } from './privacy/proof.ts';
import { scopeOf } from './privacy/scope.ts';

/** Who is to be erased, and why. */
export interface ErasureRequest {
  readonly profileIds: readonly string[];
  /** Records of customer systems that are theirs though nothing links them. */
  readonly customerIds?: readonly string[];
  readonly by: string;
  /** What the request is known by: a number, a letter's date. */
  readonly reference: string;
  readonly why: string;
}

/** What proves that a person was erased. */
export interface Erasure {
  readonly id: string;
  readonly profileIds: readonly string[];
  readonly by: string;
  readonly reference: string;
  readonly why: string;
  readonly begunAt: string;
  /** Null: it was broken off. Asking for it again finishes it. */
  readonly doneAt: string | null;
  /** Documents that were emptied, by collection. */
  readonly taken: { readonly [collection: string]: number };
  /** Over what stands there now; see privacy/proof. */
  readonly digest: string | null;
  /** A case of theirs is still in work: it is looked through again once it is not. */
  readonly casesInWork: boolean;
}

export interface ErasureStore {
  /**
   * Takes away what people with these profiles said and are called, everything said to them, and what customer systems
   * say of them alone; ids, dates, counts and decided facts stay. Broken off, it goes on where it was when it is asked
   * for again. Of people who are erased already it answers what it answered then: `already`, with how many documents
   * had to be emptied `again`. 'not found' for an unknown profile, 'refused' for one of the company itself.
   */
  erase(
    request: ErasureRequest,
  ): Promise<{ readonly erasure: Erasure; readonly already: boolean; readonly again: number }>;
  find(erasureId: string): Promise<Erasure | null>;
  /** Whether what stands there is still what stood there when it was done. Null: no such erasure, or not done. */
  stillHolds(erasureId: string): Promise<boolean | null>;
  /**
   * Goes on with what was broken off, and once more through cases that were in work and through whom was erased
   * lately; answers how many documents that emptied.
   */
  goOn(): Promise<number>;
}

const LATELY_MS = 2 * 86_400_000;

export function erasureStore(db: Database): ErasureStore {
  const { erasures } = db.models;
  return {
    async erase(request) {
      const begun = await beginErasure(db, request);
      const { doc, emptied } = await finishErasure(db, begun.doc);
      return { erasure: erasureOf(doc), already: begun.wasDone, again: begun.wasDone ? emptied : 0 };
    },
    async find(erasureId) {
      const doc = await erasures.findById(erasureId).lean();
      return doc === null ? null : erasureOf(doc);
    },
    async stillHolds(erasureId) {
      const doc = await erasures.findById(erasureId).lean();
      if (doc === null || doc.doneAt === null) return null;
      const scope = await scopeOf(db, doc.profileIds, doc.customerIds);
      return (await digestOf(db, scope, doc.doneAt)) === doc.digest;
    },
    async goOn() {
      const left = [
        ...(await erasures.find({ doneAt: null }).lean()),
        ...(await erasures.find({ casesInWork: true }).lean()),
        // What was on its way when somebody was erased may have come in a moment later.
        ...(await erasures.find({ doneAt: { $gt: new Date(db.now().getTime() - LATELY_MS) } }).lean()),
      ];
      let sum = 0;
      const once = new Map(left.map((doc) => [doc._id, doc]));
      for (const doc of once.values()) sum += (await finishErasure(db, doc)).emptied;
      return sum;
    },
  };
}

function erasureOf(doc: ErasureDoc): Erasure {
  const { _id, key: _key, words: _words, customerIds: _customers, begunAt, doneAt, ...rest } = doc;
  return { id: _id, ...rest, begunAt: iso(begunAt), doneAt: iso(doneAt) };
}
