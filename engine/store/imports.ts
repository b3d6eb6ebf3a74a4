import type { CaseStatus } from '../../definitions/model/case.ts';
import type { Database } from './database.ts';
import type { CaseDoc } from './models/case.ts';

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

/** Mentions of an import whose case is one and whose arrival was told to one. */
interface Part {
  readonly _id: { readonly caseId: string | null; readonly arrivalCaseId: string | null };
  readonly count: number;
  readonly maxSeq: number | null;
  readonly conversations: readonly string[];
}
type Standing = Pick<CaseDoc, '_id' | 'status' | 'seenSeq' | 'lastSeq'>;

export function importStore(db: Database): ImportStore {
  const { mentions, cases, incidents } = db.models;

  /** All that an import brought, in one reading of it: it may be a hundred thousand mentions. */
  function partsOf(importId: string): Promise<readonly Part[]> {
    return mentions.aggregate<Part>([
      { $match: { importId } },
      {
        $group: {
          _id: { caseId: '$caseId', arrivalCaseId: '$arrivalCaseId' },
          count: { $sum: 1 },
          maxSeq: { $max: '$seq' },
          conversations: { $addToSet: '$conversationId' },
        },
      },
    ]);
  }

  async function standingOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const found = new Map<string, Standing>();
    for (const part of chunks(caseIds)) {
      const docs = await cases
        .find({ _id: { $in: part } })
        .select({ status: 1, seenSeq: 1, lastSeq: 1 })
        .lean();
      for (const doc of docs) found.set(doc._id, doc);
    }
    return found;
  }

  /** Mentions above the number that their case has seen; only of cases that have seen a part is it asked which. */
  async function unseen(
    importId: string,
    parts: readonly Part[],
    standing: ReadonlyMap<string, Standing>,
  ): Promise<number> {
    let lost = 0;
    const inPart: string[] = [];
    for (const { _id, count, maxSeq } of parts) {
      if (_id.arrivalCaseId === null) continue;
      const seen = standing.get(_id.arrivalCaseId)?.seenSeq ?? 0;
      if (seen === 0) lost += count;
      else if ((maxSeq ?? 0) > seen) inPart.push(_id.arrivalCaseId);
    }
    for (const part of chunks([...new Set(inPart)])) {
      const docs = await mentions
        .find({ importId, arrivalCaseId: { $in: part } })
        .select({ arrivalCaseId: 1, seq: 1 })
        .lean();
      lost += docs.filter(
        (doc) => (doc.seq ?? 0) > (standing.get(doc.arrivalCaseId ?? '')?.seenSeq ?? 0),
      ).length;
    }
    return lost;
  }

  return {
    async progress(importId) {
      const parts = await partsOf(importId);
      const caseIds = new Set(parts.flatMap(({ _id }) => _id.caseId ?? []));
      const told = new Set(parts.flatMap(({ _id }) => _id.arrivalCaseId ?? []));
      const standing = await standingOf([...new Set([...caseIds, ...told])]);
      const stuck = await incidents.find({ status: 'open' }).select({ caseId: 1 }).lean();
      const isSettled = (caseId: string): boolean => {
        const found = standing.get(caseId);
        return found !== undefined && AT_REST.has(found.status) && found.seenSeq === found.lastSeq;
      };
      return {
        mentions: parts.reduce((sum, { count }) => sum + count, 0),
        conversations: new Set(parts.flatMap(({ conversations }) => conversations)).size,
        cases: caseIds.size,
        settled: [...caseIds].filter(isSettled).length,
        lost: await unseen(importId, parts, standing),
        incidents: stuck.filter(({ caseId }) => caseIds.has(caseId)).length,
      };
    },
  };
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) =>
    all.slice(n * CHUNK, (n + 1) * CHUNK),
  );
}
