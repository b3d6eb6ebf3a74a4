import type { CaseStatus } from '../../definitions/model/case.ts';
import type { Database } from './database.ts';

/** How far an import has come. */
export interface ImportProgress {
  readonly mentions: number;
  readonly conversations: number;
  readonly cases: number;
  /** Cases that have seen all that arrived and stand at a wait, at a person, stuck, or at an end. */
  readonly settled: number;
  /** Mentions whose case has not seen them yet; none may remain once all are settled. */
  readonly lost: number;
  /** Open incidents of its cases. */
  readonly incidents: number;
}

export interface ImportStore {
  /** All zero for an import that stored nothing. */
  progress(importId: string): Promise<ImportProgress>;
}

/** How many ids one question names at most. */
const CHUNK = 1_000;
const AT_REST: ReadonlySet<CaseStatus> = new Set(['waiting', 'person', 'stuck', 'closed', 'continued']);

export function importStore(db: Database): ImportStore {
  const { mentions, cases, incidents } = db.models;

  async function distinct(importId: string, field: 'conversationId' | 'caseId'): Promise<readonly string[]> {
    const groups = await mentions.aggregate<{ _id: string | null }>([
      { $match: { importId } },
      { $group: { _id: `$${field}` } },
    ]);
    return groups.flatMap((group) => group._id ?? []);
  }

  /** Mentions above the number that their case has seen. */
  async function unseen(importId: string): Promise<number> {
    const groups = await mentions.aggregate<{ _id: string; seqs: readonly number[] }>([
      { $match: { importId, arrivalCaseId: { $ne: null } } },
      { $group: { _id: '$arrivalCaseId', seqs: { $push: '$seq' } } },
    ]);
    let lost = 0;
    for (const part of chunks(groups)) {
      const docs = await cases
        .find({ _id: { $in: part.map((group) => group._id) } })
        .select({ seenSeq: 1 })
        .lean();
      const seen = new Map(docs.map((doc) => [doc._id, doc.seenSeq]));
      for (const { _id, seqs } of part) lost += seqs.filter((seq) => seq > (seen.get(_id) ?? 0)).length;
    }
    return lost;
  }

  return {
    async progress(importId) {
      const conversationIds = await distinct(importId, 'conversationId');
      const caseIds = await distinct(importId, 'caseId');
      let settled = 0;
      let stuck = 0;
      for (const part of chunks(caseIds)) {
        const docs = await cases
          .find({ _id: { $in: part } })
          .select({ status: 1, seenSeq: 1, lastSeq: 1 })
          .lean();
        settled += docs.filter((doc) => AT_REST.has(doc.status) && doc.seenSeq === doc.lastSeq).length;
        stuck += await incidents.countDocuments({ status: 'open', caseId: { $in: part } });
      }
      return {
        mentions: await mentions.countDocuments({ importId }),
        conversations: conversationIds.length,
        cases: caseIds.length,
        settled,
        lost: await unseen(importId),
        incidents: stuck,
      };
    },
  };
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) =>
    all.slice(n * CHUNK, (n + 1) * CHUNK),
  );
}
