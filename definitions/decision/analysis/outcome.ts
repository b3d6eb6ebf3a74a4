import { Budget } from '../../feel/budget.ts';
import { bounded, frameFor, isBroken } from '../../feel/compiler.ts';
import { link } from '../../feel/link/link.ts';
import { allowedBy } from '../../feel/type/feel-type.ts';
import { equalValues } from '../../feel/value/equality.ts';
import type { Value } from '../../feel/value/value.ts';
import type { Feel } from '../../flow/base.ts';
import type { Part } from '../columns.ts';
import { eachOnce } from '../each-once.ts';
import type { TableParts } from '../table-parts.ts';
import type { DecisionTable } from '../table.ts';
import { every, readsClock } from './fold.ts';
import { feelOf } from './words.ts';

/** What a row, or the defaults, put into one output: a value, or an expression that is yet to be worked out. */
export type Given =
  { readonly is: 'value'; readonly value: Value } | { readonly is: 'expression'; readonly source: string };

export interface Outcomes {
  /** By row of the table and output. */
  readonly rows: readonly (readonly Given[])[];
  /** What the table gives when no row fits, by output; null without any default. */
  readonly defaults: readonly Given[] | null;
}

/** What each row of a table gives, as far as it can be told without inputs. */
export function outcomesOf({ rows, outputs }: DecisionTable, { results, defaults }: TableParts): Outcomes {
  const readers = results.map((parts) => eachOnce((source) => givenBy(source, parts.of(source))));
  return {
    rows: rows.map(({ then }) =>
      readers.map((read, i) => {
        const source = then[i] ?? '';
        return source.trim() === '' ? NOTHING : read.of(source);
      }),
    ),
    defaults: defaults.some((part) => part !== undefined)
      ? defaults.map((part, i) => (part ? givenBy(outputs[i]?.default ?? '', part) : NOTHING))
      : null,
  };
}

/** What stands in an output's cell; one with an error gives null. */
function givenBy(source: Feel, { problems, uses, slots, plan }: Part): Given {
  if (isBroken(problems)) return NOTHING;
  const isFixed = uses.length === 0 && every(plan, (part) => !readsClock(part));
  if (!isFixed) return { is: 'expression', source: source.trim() };
  const frame = frameFor({}, 0, slots);
  return { is: 'value', value: bounded(frame, () => link(plan)(frame), null) };
}

const NOTHING: Given = { is: 'value', value: null };

/** Whether two rows surely give the same. */
export function isSame(a: readonly Given[], b: readonly Given[]): boolean {
  return a.every((given, i) => {
    const other = b[i];
    if (other === undefined || given.is !== other.is) return false;
    if (given.is === 'expression') return other.is === 'expression' && given.source === other.source;
    return other.is === 'value' && areEqual(given.value, other.value);
  });
}

/** Whether two rows surely give something else. */
export function isOther(a: readonly Given[], b: readonly Given[]): boolean {
  return a.some((given, i) => {
    const other = b[i];
    return given.is === 'value' && other?.is === 'value' && !areEqual(given.value, other.value);
  });
}

function areEqual(a: Value, b: Value): boolean {
  return a === b || equalValues(a, b, new Budget()) === true;
}

/** In words: the value, or the expression as written. */
export function outcomeText(given: readonly Given[]): string {
  return given.map((one) => (one.is === 'value' ? feelOf(one.value) : one.source)).join(', ');
}

/**
 * By row, how important it is: the place of each output among the allowed values, which are in order of importance
 * (DMN 1.5, 8.2.10). Null where that cannot be told beforehand.
 */
export function importanceOf({ outputs }: DecisionTable, given: readonly Given[]): readonly number[] | null {
  const places: number[] = [];
  for (const [i, { type }] of outputs.entries()) {
    const order = allowedBy(type) ?? [];
    const one = given[i];
    if (one?.is === 'expression' && order.length > 0) return null;
    const at = one?.is === 'value' && typeof one.value === 'string' ? order.indexOf(one.value) : -1;
    places.push(at === -1 ? order.length : at);
  }
  return places;
}

/** Negative if the first comes before the second. */
export function compareImportance(a: readonly number[], b: readonly number[]): number {
  for (const [i, place] of a.entries()) {
    const difference = place - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
