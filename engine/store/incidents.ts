import type { StuckCause } from '../../definitions/model/stuck.ts';
import { stuckRunOf } from './case/incident-of-progress.ts';
import { clearFromOutside, raiseFromOutside } from './case/standstill.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import { longestStuck } from './longest-stuck.ts';
import type { Page, PageRequest } from './page.ts';

/** A run that cannot go on alone. */
export interface StuckRun {
  /** Unique over all cases. */
  readonly id: string;
  readonly caseId: string;
  readonly revision: string;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
  readonly status: 'open' | 'cleared';
  readonly clearedAt: string | null;
  /** The run did not say so itself: the watcher saw that it does not move. It has no way out but that it moves again. */
  readonly fromOutside: boolean;
  /** The act on its whole group that will lead it on. */
  readonly act: string | null;
  /** Why the last act on its group could not lead it on. */
  readonly refusal: string | null;
}

/** Open incidents of one cause. */
export interface StuckGroup {
  readonly kind: string;
  readonly code: string;
  readonly flow: string;
  readonly node: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  /** See StuckRun. */
  readonly fromOutside: boolean;
  /** What one of them runs. */
  readonly revision: string;
}

export interface IncidentFilter {
  readonly kind?: string;
  readonly code?: string;
  readonly flow?: string;
  readonly node?: string;
  readonly caseId?: string;
}

/** The step at which a run stands still. */
export type PlaceOfStandstill = Pick<StuckRun, 'scope' | 'flow' | 'node'>;

export interface IncidentStore {
  /** Open ones by cause, most frequent first. */
  groups(): Promise<readonly StuckGroup[]>;
  /** Open ones, oldest first. */
  open(filter: IncidentFilter, page?: PageRequest): Promise<Page<StuckRun>>;
  find(incidentId: string): Promise<StuckRun | null>;
  /** One of this cause, open if there is one; null when there never was any. */
  anyOf(cause: StuckCause): Promise<StuckRun | null>;
  /** Open and cleared, oldest first. */
  byCase(caseId: string): Promise<readonly StuckRun[]>;
  /**
   * Says of a case whose run cannot speak for itself that it is stuck, and where if that is known. Again while it is
   * open changes nothing, nor does it for a case that is over. 'not found' for an unknown case.
   */
  raiseFromOutside(caseId: string, code: string, place?: PlaceOfStandstill | null): Promise<void>;
  /** Cases with an open incident of that sort, longest first. */
  raisedFromOutside(page?: PageRequest): Promise<Page<string>>;
  /** It moves again, or will: the case stands as it stood before. A report of the run does the same. */
  clearFromOutside(caseId: string): Promise<void>;
}

interface GroupDoc {
  readonly _id: {
    readonly kind: string;
    readonly code: string;
    readonly flow: string;
    readonly node: string;
  };
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
  readonly fromOutside: boolean;
  readonly revision: string;
}

export function incidentStore(db: Database): IncidentStore {
  const { incidents } = db.models;
  const oldest = longestStuck(db);
  return {
    async groups() {
      const cause = { kind: '$kind', code: '$code', flow: '$flow', node: '$node' };
      const groups = await incidents.aggregate<GroupDoc>([
        { $match: { status: 'open' } },
        {
          $group: {
            _id: cause,
            count: { $sum: 1 },
            first: { $min: '$at' },
            last: { $max: '$at' },
            fromOutside: { $first: '$fromOutside' },
            revision: { $first: '$revision' },
          },
        },
        { $sort: { count: -1, first: 1 } },
      ]);
      for (const { _id, first, count } of groups) oldest.beginsAt({ status: 'open', ..._id }, first, count);
      return groups.map(({ _id: { kind, code, flow, node }, first, last, ...rest }) => ({
        kind,
        code,
        flow,
        node,
        ...rest,
        first: iso(first),
        last: iso(last),
      }));
    },
    async open(filter, page = {}) {
      const found = await oldest.page({ status: 'open', ...filter }, page);
      return { items: found.items.map(stuckRunOf), next: found.next };
    },
    async find(incidentId) {
      const doc = await incidents.findById(incidentId).lean();
      return doc === null ? null : stuckRunOf(doc);
    },
    async anyOf(cause) {
      for (const status of ['open', 'cleared'] as const) {
        const [doc] = (await oldest.page({ status, ...cause }, { limit: 1 })).items;
        if (doc !== undefined) return stuckRunOf(doc);
      }
      return null;
    },
    async byCase(caseId) {
      const docs = await incidents.find({ caseId }).sort({ at: 1, _id: 1 }).lean();
      return docs.map(stuckRunOf);
    },
    raiseFromOutside: (caseId, code, place = null) => raiseFromOutside(db, caseId, code, place),
    async raisedFromOutside(page = {}) {
      const found = await oldest.page({ status: 'open', fromOutside: true }, page);
      return { items: found.items.map((doc) => doc.caseId), next: found.next };
    },
    clearFromOutside: (caseId) => clearFromOutside(db, caseId),
  };
}
