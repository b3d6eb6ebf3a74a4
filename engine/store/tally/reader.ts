import type { Database } from '../database.ts';
import type { TallyDoc } from '../models/tally.ts';
import type { TallySheet } from '../tallies.ts';
import { inTransaction } from '../transaction.ts';
import { AGED, changesOf, FOLDS } from './fold.ts';
import { sheetPart, type SheetPart } from './sheet-part.ts';
import { byTally, NOW, type TallyChange } from './tallies-of-case.ts';

/** What was folded by a fold of that number, as this process has read it. */
interface Folded {
  readonly fold: number;
  readonly tallies: ReadonlyMap<string, TallyDoc>;
  readonly parts: ReadonlyMap<string, SheetPart>;
}

/**
 * Reads tallies. It keeps what it has read, and asks only for those that a later fold changed, and for what is not
 * folded yet; both as of the same moment: a change is in one of them, never in both.
 */
export function tallyReader(db: Database): () => Promise<TallySheet> {
  let known: Folded = { fold: 0, tallies: new Map(), parts: new Map() };
  return async () => {
    const start = known;
    const { folded, changes } = await inTransaction(db, async (session) => {
      const { tallies, tallyChanges } = db.models;
      const folds = await tallies.findById(FOLDS).session(session).lean();
      const number = folds?.fold ?? 0;
      const from = start.fold < agedBy(folds) || start.fold > number ? 0 : start.fold;
      const docs =
        number === from
          ? []
          : await tallies
              .find({ fold: { $gt: from } })
              .session(session)
              .lean();
      const unfolded = await tallyChanges
        .find({ _id: { $gt: '' } })
        .sort({ _id: 1 })
        .session(session)
        .lean();
      return {
        folded: withTallies(from === 0 ? null : start, number, docs),
        changes: unfolded.flatMap((doc) => doc.changes),
      };
    });
    if (folded.fold >= known.fold || folded.fold < start.fold) known = folded;
    return sheetOf(folded, changes);
  };
}

/** Number of the last fold that did away with half hours: whoever read before it begins anew. */
function agedBy(folds: TallyDoc | null): number {
  return folds?.counts.find(({ key }) => key === AGED)?.n ?? 0;
}

function withTallies(before: Folded | null, fold: number, docs: readonly TallyDoc[]): Folded {
  if (before !== null && docs.length === 0) return before;
  const changed = docs.filter(({ _id }) => _id !== FOLDS);
  return {
    fold,
    tallies: new Map([...(before?.tallies ?? []), ...changed.map((doc) => [doc._id, doc] as const)]),
    parts: new Map([
      ...(before?.parts ?? []),
      ...changed.map((doc) => [doc._id, sheetPart(doc._id, changesOf(doc))] as const),
    ]),
  };
}

function sheetOf(folded: Folded, changes: readonly TallyChange[]): TallySheet {
  const parts = new Map(folded.parts);
  for (const [tally, added] of byTally(changes)) {
    const doc = folded.tallies.get(tally);
    parts.set(tally, sheetPart(tally, [...(doc === undefined ? [] : changesOf(doc)), ...added]));
  }
  const standing = parts.get(NOW)?.standing ?? [];
  parts.delete(NOW);
  return { standing, spans: [...parts.values()].map(({ span }) => span) };
}
