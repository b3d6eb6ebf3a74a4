import type { Position, Progress } from '../../../definitions/model/case.ts';
import type { FailedTry, Occasion } from '../cases.ts';
import type { Database } from '../database.ts';
import type { CaseDoc } from '../models/case.ts';
import { inTransaction } from '../transaction.ts';

type Noted = NonNullable<CaseDoc['retries']>;
type Found = Pick<CaseDoc, 'retries' | 'positions' | 'progressVersion'>;

/** See CaseStore.noteRetry. */
export function noteRetry(db: Database, caseId: string, failed: FailedTry, isGuess: boolean): Promise<void> {
  return changeRetries(db, caseId, ({ retries = [], positions, progressVersion }) => {
    if (isPast(failed, positions, progressVersion)) return null;
    const known = retries.find((one) => isSame(one, failed));
    if (known === undefined) return [...retries, { ...failed, since: db.now() }];
    if (isGuess || known.code === failed.code) return null;
    return retries.map((one) => (one === known ? { ...known, code: failed.code } : one));
  });
}

/** See CaseStore.clearRetry. */
export function clearRetry(db: Database, caseId: string, occasion: Occasion): Promise<void> {
  return changeRetries(db, caseId, ({ retries = [] }) => {
    const left = retries.filter((one) => !isSame(one, occasion));
    return left.length === retries.length ? null : left;
  });
}

/** What is left of the noted retries once the run has reported; nothing to write when none were noted. */
export function retriesAfter(before: Found, { version, positions }: Progress): Pick<CaseDoc, 'retries'> {
  const { retries = [] } = before;
  return retries.length === 0 ? {} : { retries: retries.filter((one) => !isPast(one, positions, version)) };
}

/**
 * Whether a run has gone on from there, as its last report tells: one that is newer than its asking for the activity
 * and does not have it stand at the step for it.
 */
function isPast(
  { scope, node, reported }: Pick<FailedTry, 'scope' | 'node' | 'reported'>,
  positions: readonly Position[],
  version: number,
): boolean {
  const stands = positions.some((at) => at.for === 'activity' && at.scope === scope && at.node === node);
  return version > reported && !stands;
}

function isSame(one: Occasion, other: Occasion): boolean {
  return (
    one.scope === other.scope &&
    one.node === other.node &&
    one.visit === other.visit &&
    one.item === other.item
  );
}

/** `change` answers the new list, or null to leave it. A report at the same time is in the way, and this starts again. */
function changeRetries(db: Database, caseId: string, change: (found: Found) => Noted | null): Promise<void> {
  const { cases } = db.models;
  return inTransaction(db, async (session) => {
    const found = await cases
      .findById(caseId)
      .select({ retries: 1, positions: 1, progressVersion: 1 })
      .session(session)
      .lean();
    const retries = found === null ? null : change(found);
    if (retries !== null) await cases.updateOne({ _id: caseId }, { $set: { retries } }, { session });
  });
}
