import { assignedPairs, likelyPairs, type LikelyPair } from './assign.ts';
import { chooseKeys, type Blocking } from './blocking.ts';
import { findCandidates } from './candidates.ts';
import { readColumns, type MatchField, type RecordList } from './column.ts';
import { estimateModel } from './estimate.ts';
import type { MatchModel } from './model.ts';
import { isHousehold, personalFields, scoresOf } from './scores.ts';
import { waterfallOf, type Waterfall } from './waterfall.ts';

export interface MatchOptions {
  readonly fields: readonly MatchField[];
  readonly left: RecordList;
  /** null: those of `left` that are of one person are looked for. */
  readonly right: RecordList | null;
  /** Pairs below this chance are left out. */
  readonly least: number;
  /** Whether a record may have several of the other list. */
  readonly isManyToMany: boolean;
  readonly onProgress?: (pairs: number) => void;
}

export interface MatchedPair extends LikelyPair {
  /** They may be two people who live together: nothing that is a person's own agrees, so a person decides. */
  readonly isHousehold: boolean;
}

export interface Matches {
  readonly pairs: readonly MatchedPair[];
  readonly model: MatchModel;
  readonly blocking: Blocking;
  /** How many pairs were compared. */
  readonly compared: number;
  /** Fields in which records say what nobody can read. */
  readonly unread: readonly { readonly field: string; readonly records: number }[];
  /** What speaks for and against one of them, field by field. */
  readonly explain: (pair: LikelyPair) => Waterfall;
}

/** Finds records of one person in two lists, or in one: reads them, chooses keys, compares, estimates, scores, assigns. */
export function matchRecords(options: MatchOptions): Matches {
  const { fields, left, right, least, isManyToMany, onProgress } = options;
  const isOneList = right === null;
  const columns = readColumns(fields, left, right);
  const blocking = chooseKeys(columns, isOneList);
  const candidates = findCandidates(columns, blocking, isOneList, onProgress);
  const model = estimateModel(columns, candidates, isOneList);
  const bits = scoresOf(columns, candidates, model);
  const likely =
    isOneList || isManyToMany ? likelyPairs(candidates, bits, least) : assignedPairs(candidates, bits, least);
  const personal = personalFields(columns);
  const pairs = likely.map((one) => ({
    ...one,
    isHousehold: isHousehold(personal, candidates.levels, one.pair * fields.length),
  }));
  const explain = ({ pair, left: one, right: other, probability }: LikelyPair): Waterfall => {
    const levels = candidates.levels.subarray(pair * fields.length, (pair + 1) * fields.length);
    return waterfallOf(model, columns, { left: one, right: other, levels, probability });
  };
  const unread = columns.flatMap(({ name, unread: count }) =>
    count === 0 ? [] : [{ field: name, records: count }],
  );
  return { pairs, model, blocking, compared: candidates.size, unread, explain };
}
