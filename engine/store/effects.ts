import type { Json } from '../../definitions/flow/json.ts';
import type { EffectEntry } from '../../definitions/model/effect.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { EffectDoc } from './models/effect.ts';
import { StoreProblem } from './problem.ts';
import { isDuplicateKey, untilWritten } from './transaction.ts';

/**
 * May the act be done?
 * go: nobody did it; the intent is written, do it. done: it was; here is what came of it.
 * held: somebody is doing it until then; ask later. in doubt: somebody began and did not say how it ended; the
 * lease is the asker's now, who must search, resend under the key, or call it unknown.
 * unknown: nobody can tell, a person must decide. suppressed: it was decided not to do it.
 */
export type EffectLeave =
  | { readonly is: 'go'; readonly attempt: number }
  | { readonly is: 'done'; readonly output: Json; readonly externalId: string | null }
  | { readonly is: 'held'; readonly until: string }
  | { readonly is: 'in doubt'; readonly attempt: number }
  | { readonly is: 'unknown' }
  | { readonly is: 'suppressed' };

/** The ledger of what was done to the world; see definitions/model/effect.ts. */
export interface EffectStore {
  /** Of many who ask at once about one key, one alone gets 'go' or 'in doubt'. */
  begin(
    key: string,
    intent: {
      readonly caseId: string;
      readonly activity: string;
      readonly leaseMs: number;
      readonly now: Date;
    },
  ): Promise<EffectLeave>;
  done(key: string, result: { readonly externalId: string | null; readonly output: Json }): Promise<void>;
  /** It certainly did not happen (the other side refused): the next `begin` gets 'go'. */
  released(key: string): Promise<void>;
  confirmed(key: string): Promise<void>;
  unknown(key: string): Promise<void>;
  /** A person decided that an unknown effect may be done again: the next `begin` gets 'go'. False if it was not unknown. */
  allowAgain(key: string): Promise<boolean>;
  /** Decided not to do it (history is not answered); writes the entry if there is none. */
  suppressed(key: string, about: { readonly caseId: string; readonly activity: string }): Promise<void>;
  find(key: string): Promise<EffectEntry | null>;
  byCase(caseId: string): Promise<readonly EffectEntry[]>;
}

export function effectStore(db: Database): EffectStore {
  const { effects } = db.models;

  async function mark(key: string, set: Partial<EffectDoc>): Promise<void> {
    const result = await untilWritten(() =>
      effects.updateOne({ _id: key }, { $set: { ...set, at: db.now() } }),
    );
    if (result.matchedCount === 0) {
      throw new StoreProblem(
        'not found',
        'No intent of this effect was written.',
        'Ask for leave with `begin` first.',
      );
    }
  }

  return {
    async begin(key, { caseId, activity, leaseMs, now }) {
      const leaseUntil = new Date(now.getTime() + leaseMs);
      const fresh = {
        caseId,
        activity,
        state: 'intended' as const,
        attempt: 1,
        leaseUntil,
        released: false,
        externalId: null,
        output: null,
        at: db.now(),
      };
      for (;;) {
        const before = await effects.findById(key).lean();
        if (before === null) {
          try {
            await effects.insertMany([{ _id: key, ...fresh }], { lean: true });
            return { is: 'go', attempt: 1 };
          } catch (error) {
            if (!isDuplicateKey(error)) throw error;
            continue;
          }
        }
        const settled = settledLeave(before);
        if (settled !== null) return settled;
        if (!before.released && before.leaseUntil > now) return { is: 'held', until: iso(before.leaseUntil) };
        const attempt = before.attempt + 1;
        // Only if it is still as it was read: of two who find the lease expired, one gets it.
        const asRead = {
          _id: key,
          state: 'intended' as const,
          attempt: before.attempt,
          leaseUntil: before.leaseUntil,
          released: before.released,
        };
        const taken = await untilWritten(() =>
          effects.updateOne(asRead, { $set: { attempt, leaseUntil, released: false, at: db.now() } }),
        );
        if (taken.matchedCount === 1) return { is: before.released ? 'go' : 'in doubt', attempt };
      }
    },
    done: (key, { externalId, output }) => mark(key, { state: 'done', externalId, output, released: false }),
    released: (key) => mark(key, { state: 'intended', released: true }),
    confirmed: (key) => mark(key, { state: 'confirmed' }),
    unknown: (key) => mark(key, { state: 'unknown' }),
    async allowAgain(key) {
      const again = { $set: { state: 'intended' as const, released: true, at: db.now() } };
      const result = await untilWritten(() => effects.updateOne({ _id: key, state: 'unknown' }, again));
      return result.matchedCount === 1;
    },
    async suppressed(key, { caseId, activity }) {
      const at = db.now();
      const blank = {
        caseId,
        activity,
        attempt: 0,
        leaseUntil: at,
        released: false,
        externalId: null,
        output: null,
      };
      await untilWritten(() =>
        effects.updateOne(
          { _id: key },
          { $set: { state: 'suppressed', at }, $setOnInsert: blank },
          { upsert: true },
        ),
      );
    },
    async find(key) {
      const doc = await effects.findById(key).lean();
      return doc === null ? null : entryOf(doc);
    },
    async byCase(caseId) {
      const docs = await effects.find({ caseId }).sort({ at: 1 }).lean();
      return docs.map(entryOf);
    },
  };
}

function settledLeave(doc: EffectDoc): EffectLeave | null {
  switch (doc.state) {
    case 'done':
    case 'confirmed':
      return { is: 'done', output: doc.output, externalId: doc.externalId };
    case 'unknown':
      return { is: 'unknown' };
    case 'suppressed':
      return { is: 'suppressed' };
    case 'intended':
      return null;
  }
}

function entryOf(doc: EffectDoc): EffectEntry {
  const { _id, caseId, activity, state, attempt, leaseUntil, externalId, output, at } = doc;
  return {
    key: _id,
    caseId,
    activity,
    state,
    attempt,
    leaseUntil: iso(leaseUntil),
    externalId,
    output,
    at: iso(at),
  };
}
