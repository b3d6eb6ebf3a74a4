import type { Truth } from '../../identity/matching/quality.ts';
import { CallerProblem } from '../caller-problem.ts';
import { readRecordFile } from './record-file.ts';

/** Columns that say which person a record is of. */
const PERSON = /^(cluster|entity|person|group)(_?id)?$/i;
/** Columns that say how surely a pair is right; from one half on it is. */
const SCORE = /(score|match|label|is_?same|probability|truth)/i;
const LEFT = /left|_l$/i;
const RIGHT = /right|_r$/i;
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
  if (person !== undefined && one !== undefined) return { persons: new Map(zip(cells(one), cells(person))) };
  const [first, second] = one !== undefined && other !== undefined ? [one, other] : columns;
  const isTurned = RIGHT.test(first ?? '') && LEFT.test(second ?? '');
  const [left, right] = isTurned ? [second, first] : [first, second];
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

/**
 * What of it is about these records: pairs of a record with itself, and of records that are in neither file, are nobody's to
 * find. Refuses one that is about none of them.
 */
export function truthAbout(
  truth: Truth,
  ids: { readonly left: readonly string[]; readonly right: readonly string[] | null },
  file: string,
): Truth {
  const [left, right] = [new Set(ids.left), new Set(ids.right ?? ids.left)];
  const isOurs = (one: string, other: string): boolean =>
    left.has(one) && right.has(other) && (ids.right !== null || one !== other);
  const about: Truth =
    'pairs' in truth
      ? { pairs: truth.pairs.filter(([one, other]) => isOurs(one, other)) }
      : 'judged' in truth
        ? { judged: truth.judged.filter((pair) => isOurs(pair.left, pair.right)) }
        : { persons: new Map([...truth.persons].filter(([id]) => left.has(id) || right.has(id))) };
  const size =
    'pairs' in about ? about.pairs.length : 'judged' in about ? about.judged.length : about.persons.size;
  if (size === 0)
    throw new CallerProblem(
      'no truth',
      `${file} is about none of these records`,
      'give ids as they stand in the files, those of the left file first',
    );
  return about;
}

function isYes(said: string): boolean {
  return /^(true|yes|y)$/i.test(said) || Number(said) >= 0.5;
}

function zip(left: readonly string[], right: readonly string[]): (readonly [string, string])[] {
  return left.map((one, at) => [one, right[at] ?? '']);
}
