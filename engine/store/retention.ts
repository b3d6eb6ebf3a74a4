import { RETENTION_KINDS, type RetentionKind } from '../../definitions/model/retention.ts';
import type { RetentionRule, RetentionRun } from '../../definitions/model/retention.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { RetentionRunDoc } from './models/retention.ts';
import { takeAway, type TakenAway } from './privacy/take-away.ts';
import { StoreProblem } from './problem.ts';
import { untilWritten } from './transaction.ts';

/** How long which data is kept, and what was taken away by its age. */
export interface RetentionStore {
  /** One for each kind, in their order. */
  rules(): Promise<readonly RetentionRule[]>;
  set(
    kind: RetentionKind,
    rule: { readonly days: number | null; readonly by: string; readonly why: string },
  ): Promise<void>;
  /** `id` makes it once: the same again answers the run that is there. */
  begin(id: string, by: string): Promise<RetentionRun>;
  /**
   * Takes one batch of a kind away, from `place` on (null: from the beginning); answers how many documents it emptied
   * and where the next batch begins, null after the last. Nothing of a case that is still in work goes. Twice changes
   * nothing.
   */
  takeAway(runId: string, kind: RetentionKind, place: string | null): Promise<TakenAway>;
  finish(runId: string): Promise<RetentionRun>;
  find(runId: string): Promise<RetentionRun | null>;
  /** The latest twenty, newest first. */
  runs(): Promise<readonly RetentionRun[]>;
}

const LATEST = 20;

export function retentionStore(db: Database): RetentionStore {
  const { retentionRules, retentionRuns } = db.models;

  async function found(runId: string): Promise<RetentionRunDoc> {
    const doc = await retentionRuns.findById(runId).lean();
    if (doc !== null) return doc;
    throw new StoreProblem('not found', 'Nothing was begun under this id.', 'Begin it anew.');
  }

  return {
    async rules() {
      const docs = await retentionRules.find({ _id: { $in: [...RETENTION_KINDS] } }).lean();
      return RETENTION_KINDS.map((kind) => {
        const doc = docs.find(({ _id }) => _id === kind);
        if (doc === undefined) return { kind, days: null, by: null, at: null, why: null };
        const { days, by, at, why } = doc;
        return { kind, days, by, at: iso(at), why };
      });
    },
    async set(kind, { days, by, why }) {
      const set = { days, by, why, at: db.now() };
      await untilWritten(() =>
        retentionRules.updateOne(
          { _id: kind },
          { $set: set, $setOnInsert: { doneTo: null } },
          { upsert: true },
        ),
      );
    },
    async begin(id, by) {
      const fresh = { by, at: db.now(), endedAt: null, taken: {} };
      await untilWritten(() =>
        retentionRuns.updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true }),
      );
      return runOf(await found(id));
    },
    takeAway: async (runId, kind, place) => takeAway(db, await found(runId), kind, place),
    async finish(runId) {
      await untilWritten(() =>
        retentionRuns.updateOne({ _id: runId, endedAt: null }, { $set: { endedAt: db.now() } }),
      );
      return runOf(await found(runId));
    },
    async find(runId) {
      const doc = await retentionRuns.findById(runId).lean();
      return doc === null ? null : runOf(doc);
    },
    async runs() {
      const docs = await retentionRuns.find({}).sort({ at: -1, _id: -1 }).limit(LATEST).lean();
      return docs.map(runOf);
    },
  };
}

function runOf({ _id, by, at, endedAt, taken }: RetentionRunDoc): RetentionRun {
  return { id: _id, by, at: iso(at), endedAt: iso(endedAt), taken };
}
