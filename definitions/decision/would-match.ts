import type { CellPlan } from '../feel/check/plan.ts';
import { fixedCell, type FixedCell } from '../feel/link/fixed-cell.ts';
import { add, subtract, toDouble } from '../feel/value/number.ts';
import type { FeelRange } from '../feel/value/range.ts';
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
  const example = examplesFor(fixed, value, allowed).find(passes);
  const words = wordsOf(fixed);
  return example === undefined ? { words } : { words, example };
}

function wordsOf({ negated, values, ranges }: FixedCell): string {
  const asked = [...values.map(shown), ...ranges.map(rangeWords)];
  if (asked.length === 0) return negated ? 'anything' : 'nothing at all: the cell cannot be read';
  const either = asked.length < 2 ? asked.join('') : `${asked.slice(0, -1).join(', ')} or ${asked.at(-1)}`;
  return negated ? `anything but ${either}` : either;
}

function rangeWords({ lower, upper, lowerIncluded, upperIncluded }: FeelRange): string {
  const from = lower === null ? '' : lowerIncluded ? `${shown(lower)} or more` : `more than ${shown(lower)}`;
  const to = upper === null ? '' : upperIncluded ? `${shown(upper)} or less` : `less than ${shown(upper)}`;
  if (lower !== null && upper !== null && lowerIncluded && upperIncluded)
    return `${shown(lower)} to ${shown(upper)}`;
  return [from, to].filter((part) => part !== '').join(' and ');
}

function shown(value: Value): string {
  if (value === null) return 'nothing';
  return typeof value === 'string' ? JSON.stringify(value) : (valueText(value, new Budget()) ?? 'nothing');
}

/** Values that might pass, the likeliest first; the nearest first among numbers. */
function examplesFor(
  { negated, values, ranges }: FixedCell,
  given: Value,
  allowed: readonly string[] | undefined,
): readonly Value[] {
  const named = [...values, ...ranges.flatMap(insideOf)];
  const candidates = negated ? [...(allowed ?? []), ...named.flatMap(besides)] : named;
  if (!isNumber(given)) return candidates;
  const from = toDouble(given);
  return candidates
    .map((value) => ({ value, distance: isNumber(value) ? Math.abs(toDouble(value) - from) : Infinity }))
    .sort((one, other) => one.distance - other.distance)
    .map(({ value }) => value);
}

/** Values within a range, or just at its ends. */
function insideOf({ lower, upper }: FeelRange): readonly Value[] {
  const ends = [lower, upper].filter((end) => end !== null);
  const near = [lower, upper].flatMap(besides);
  const [low, high] = ends;
  const isBetween = isNumber(low ?? null) && isNumber(high ?? null);
  return isBetween ? [...ends, ...near, middleOf(low ?? null, high ?? null)] : [...ends, ...near];
}

function middleOf(low: Value, high: Value): Value {
  if (!isNumber(low) || !isNumber(high)) return null;
  const whole = add(low, high);
  return typeof whole === 'number' ? whole / 2 : low;
}

/** The whole steps beside a number; the other boolean. */
function besides(value: Value): readonly Value[] {
  if (typeof value === 'boolean') return [!value];
  return isNumber(value) ? [add(value, 1), subtract(value, 1)] : [];
}
