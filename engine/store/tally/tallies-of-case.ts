import type { CaseDoc } from '../models/case.ts';
import type { TallyChangeDoc } from '../models/tally.ts';
import { countedKey, HEARD, standingKey } from './keys.ts';

export type TallyChange = TallyChangeDoc['changes'][number];

/** The tally of how cases stand now. */
export const NOW = 'now';
/** The tally of all that opened before the half hours that are kept. */
export const BEFORE = 'before';

/** A fraction of an hour that midnight falls on in nearly every zone. */
export const HALF_HOUR_MS = 30 * 60_000;
/** Longer than any time that is asked about apart from all: the last seven days of the reader's zone. */
export const KEPT_MS = 9 * 24 * 60 * 60_000;

type Columns = Pick<
  CaseDoc,
  | 'openedAt'
  | 'status'
  | 'positions'
  | 'worth'
  | 'primaryCaseId'
  | 'answeredAt'
  | 'wroteAgain'
  | 'outcome'
  | 'brokenStep'
>;

/** The tally of what happened then. */
export function tallyOf(at: Date, now: Date): string {
  if (at.getTime() < now.getTime() - KEPT_MS) return BEFORE;
  return new Date(Math.floor(at.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS).toISOString();
}

/**
 * How a case is counted from now on, as columns of it, and what that changes in the tallies: out of the keys it was
 * counted under, into those of what it is now. A case that was never counted only goes in.
 */
export function countedAnew(
  before: Partial<Pick<CaseDoc, 'counted' | 'standing'>>,
  after: Columns,
  now: Date,
): { readonly set: Pick<CaseDoc, 'counted' | 'standing'>; readonly changes: readonly TallyChange[] } {
  const set = { counted: countedKey(after), standing: standingKey(after.status, after.positions) };
  return {
    set,
    changes: [
      ...moved(tallyOf(after.openedAt, now), before.counted ?? null, set.counted),
      ...moved(NOW, before.standing ?? null, set.standing),
    ],
  };
}

/** Mentions that were heard then. */
export function heard(at: Date, now: Date): TallyChange {
  return { tally: tallyOf(at, now), key: HEARD, by: 1 };
}

function moved(tally: string, from: string | null, to: string): readonly TallyChange[] {
  if (from === to) return [];
  return [...(from === null ? [] : [{ tally, key: from, by: -1 }]), { tally, key: to, by: 1 }];
}

/** By tally. */
export function byTally(changes: readonly TallyChange[]): Map<string, readonly TallyChange[]> {
  const grouped = new Map<string, TallyChange[]>();
  for (const change of changes) {
    const known = grouped.get(change.tally);
    if (known === undefined) grouped.set(change.tally, [change]);
    else known.push(change);
  }
  return grouped;
}

/** Changes of the same key as one; those that come to nothing are left out. */
export function summedUp(changes: readonly TallyChange[]): readonly TallyChange[] {
  const sums = new Map<string, Map<string, number>>();
  for (const { tally, key, by } of changes) {
    const keys = sums.get(tally) ?? new Map<string, number>();
    sums.set(tally, keys.set(key, (keys.get(key) ?? 0) + by));
  }
  return [...sums].flatMap(([tally, keys]) =>
    [...keys].flatMap(([key, by]) => (by === 0 ? [] : [{ tally, key, by }])),
  );
}
