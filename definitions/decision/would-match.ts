import type { CellPlan } from '../feel/check/plan.ts';
import { fixedCell, type FixedCell } from '../feel/link/fixed-cell.ts';
import { add, formatNumber, subtract, toDouble } from '../feel/value/number.ts';
import type { FeelRange } from '../feel/value/range.ts';
import { listed } from '../flow/listed.ts';
import type { Value } from '../feel/value/value.ts';
import { isNumber } from '../feel/value/value.ts';
import { valueText } from '../feel/value/text.ts';
import { Budget } from '../feel/budget.ts';

/** What would have made a clause match. */
export interface WouldMatch {
  /** In plain words: `more than 10`, `"gold" or "silver"`. */
  readonly words: string;
  /** A value that passes: of numbers one near to what was given. Absent where none is known. */
  readonly example?: Value;
}

/** What is asked of whom. */
export interface AskedCell {
  readonly cell: CellPlan;
  /** The cell as written. */
  readonly source: string;
  /** The value that did not pass. */
  readonly value: Value;
  /** Values that the input may have, where they are listed. */
  readonly allowed: readonly string[] | undefined;
  readonly passes: (value: Value) => boolean;
}

/** What a cell would have taken instead of a value. An example is only given after it has passed the cell. */
export function wouldMatch({ cell, source, value, allowed, passes }: AskedCell): WouldMatch {
  const fixed = fixedCell(cell);
  if (fixed === null) return { words: `something for which “${source.trim()}” holds` };
  const example = exampleOf(candidatesOf(fixed, allowed), value, passes);
  const words = wordsOf(fixed);
  return example === undefined ? { words } : { words, example };
}

function wordsOf({ negated, values, ranges }: FixedCell): string {
  const asked = [...values.map(shown), ...ranges.map(rangeWords)];
  if (asked.length === 0) return negated ? 'anything' : 'nothing at all: the cell cannot be read';
  const either = listed(asked, 'or');
  return negated ? `anything but ${either}` : either;
}

function rangeWords({ lower, upper, lowerIncluded, upperIncluded }: FeelRange): string {
  if (lower !== null && upper !== null && lowerIncluded && upperIncluded)
    return `${shown(lower)} to ${shown(upper)}`;
  const from = lower === null ? '' : lowerIncluded ? `${shown(lower)} or more` : `more than ${shown(lower)}`;
  const to = upper === null ? '' : upperIncluded ? `${shown(upper)} or less` : `less than ${shown(upper)}`;
  return from !== '' && to !== '' ? `${from} and ${to}` : from + to;
}

function shown(value: Value): string {
  if (value === null) return 'nothing';
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'string' ? JSON.stringify(value) : (valueText(value, new Budget()) ?? 'nothing');
}

/** Values that might pass, the likeliest first. */
function candidatesOf(
  { negated, values, ranges }: FixedCell,
  allowed: readonly string[] | undefined,
): readonly Value[] {
  const named = [...values];
  for (const range of ranges) addInsideOf(range, named);
  if (!negated) return named;
  const others: Value[] = [...(allowed ?? [])];
  for (const value of named) addBesides(value, others);
  return others;
}

/** The first candidate that passes; of numbers the one nearest to what was given. */
function exampleOf(
  candidates: readonly Value[],
  given: Value,
  passes: (value: Value) => boolean,
): Value | undefined {
  if (!isNumber(given)) return candidates.find(passes);
  const from = toDouble(given);
  let nearest: Value | undefined;
  let best = Infinity;
  for (const value of candidates) {
    const distance = isNumber(value) ? Math.abs(toDouble(value) - from) : Infinity;
    const isNearer = distance < best || nearest === undefined;
    if (!isNearer || !passes(value)) continue;
    nearest = value;
    best = distance;
  }
  return nearest;
}

/** Values within a range, or just at its ends. */
function addInsideOf({ lower, upper }: FeelRange, into: Value[]): void {
  if (lower !== null) into.push(lower);
  if (upper !== null) into.push(upper);
  addBesides(lower, into);
  addBesides(upper, into);
  if (isNumber(lower) && isNumber(upper)) {
    const whole = add(lower, upper);
    into.push(typeof whole === 'number' ? whole / 2 : lower);
  }
}

/** The whole steps beside a number; the other boolean. */
function addBesides(value: Value, into: Value[]): void {
  if (typeof value === 'boolean') into.push(!value);
  else if (isNumber(value)) into.push(add(value, 1), subtract(value, 1));
}
