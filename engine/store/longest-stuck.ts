import type { Database } from './database.ts';
import { between, earliestOf } from './case/latest-of.ts';
import { keysetPage, type Order } from './keyset.ts';
import type { IncidentDoc } from './models/incident.ts';
import type { Page, PageRequest } from './page.ts';

/** What incidents are looked for by, beside their time. */
export type IncidentConditions = Partial<
  Pick<IncidentDoc, 'status' | 'kind' | 'code' | 'flow' | 'node' | 'caseId' | 'fromOutside'>
>;

/** Incidents that hold the conditions, a page at a time. */
export interface LongestStuck {
  /** Oldest first. */
  page(conditions: IncidentConditions, page: PageRequest): Promise<Page<IncidentDoc>>;
  /** Says, for what is asked next, how many there are and when the oldest was raised. */
  beginsAt(conditions: IncidentConditions, at: Date, count: number): void;
}

const OLDEST_FIRST: Order = [
  ['at', 1],
  ['_id', 1],
];
const KEPT = 256;
/** So many are read at once in no time. */
const FEW = 200;

/** Conditions for which an index holds the incidents oldest first: a short time is a short part of it. */
const INDEXED: ReadonlySet<string> = new Set(['status', 'code,flow,kind,node,status']);

/**
 * Reads incidents oldest first. A page is looked for in a short time after the one before it, and the first page
 * after the time at which the list began when it was read last. If it begins earlier or later by now, the answer is
 * the same; only more is read for it. A list that was short is read whole.
 */
export function longestStuck(db: Database): LongestStuck {
  const begins = new Map<string, Date>();

  function remember(conditions: IncidentConditions, at: Date | null): void {
    const key = keyOf(conditions);
    // Last said, last to go.
    begins.delete(key);
    if (at !== null) begins.set(key, at);
    const [eldest] = begins.keys();
    if (begins.size > KEPT && eldest !== undefined) begins.delete(eldest);
  }

  return {
    beginsAt: (conditions, at, count) => remember(conditions, count > FEW ? at : null),
    async page(conditions, request) {
      const isIndexed = INDEXED.has(Object.keys(conditions).sort().join());
      const found = await keysetPage<IncidentDoc>(OLDEST_FIRST, request, (after, by, limit, from) => {
        const find = (until: Date | null): Promise<readonly IncidentDoc[]> =>
          db.models.incidents
            .find({ ...conditions, ...between('at', from, until), ...after })
            .sort(by)
            .limit(limit)
            .lean();
        const earliest = from instanceof Date ? from : begins.get(keyOf(conditions));
        return earliest === undefined || !isIndexed ? find(null) : earliestOf(limit, earliest, find);
      });
      if (isIndexed && request.cursor === undefined)
        remember(conditions, found.next === null ? null : (found.items[0]?.at ?? null));
      return found;
    },
  };
}

function keyOf(conditions: IncidentConditions): string {
  return JSON.stringify(Object.entries(conditions).sort(([one], [other]) => (one < other ? -1 : 1)));
}
