import type { Truth } from '../../identity/matching/quality.ts';
import { CallerProblem } from '../caller-problem.ts';
import { readRecordFile } from './record-file.ts';

/** Columns that say which person a record is of. */
const PERSON = /^(cluster|entity|person|truth|group)(_?id)?$/i;
/** Columns that say how surely a pair is right; from one half on it is. */
const SCORE = /(score|match|label|is_?same|probability)/i;
const ID = /(^|_)(id|uid|key)(_|$)|^(left|right)$|id$/i;

/**
 * Reads what is right: pairs of ids (a column that says how surely, if there is one: then pairs which are not named
 * are not judged), or of each id the person.
 */
export function readTruth(file: string, encoding: string | null): Truth {
  const read = readRecordFile(file, encoding);
  const { columns } = read;
  const cells = (column: string): readonly string[] => read.cells(column).map((cell) => cell.trim());
  const ids = columns.filter((column) => ID.test(column) && !PERSON.test(column));
  const person = columns.find((column) => PERSON.test(column));
  const [one, other] = ids;
  if (person !== undefined && one !== undefined && other === undefined)
    return { persons: new Map(zip(cells(one), cells(person))) };
  const [left, right] = one !== undefined && other !== undefined ? [one, other] : columns;
  if (left === undefined || right === undefined)
    throw new CallerProblem(
      'no truth',
      `${file} has too few columns`,
      'give pairs of ids, or ids and persons',
    );
  const score = columns.find((column) => column !== left && column !== right && SCORE.test(column));
  const pairs = zip(cells(left), cells(right));
  if (score === undefined) return { pairs };
  const scores = cells(score);
  return {
    judged: pairs.map(([one, other], at) => ({ left: one, right: other, isSame: isYes(scores[at] ?? '') })),
  };
}

function isYes(said: string): boolean {
  return /^(true|yes|y)$/i.test(said) || Number(said) >= 0.5;
}

function zip(left: readonly string[], right: readonly string[]): (readonly [string, string])[] {
  return left.map((one, at) => [one, right[at] ?? '']);
}
