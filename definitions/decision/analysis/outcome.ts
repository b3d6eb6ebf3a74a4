import { Budget } from '../../feel/budget.ts';
import type { TypeEnvironment } from '../../feel/compiler.ts';
import { bounded, frameFor, isBroken, plannerFor } from '../../feel/compiler.ts';
import { link } from '../../feel/link/link.ts';
import { allowedBy } from '../../feel/type/feel-type.ts';
import { equalValues } from '../../feel/value/equality.ts';
import type { Value } from '../../feel/value/value.ts';
import type { Feel } from '../../flow/base.ts';
import type { TableProblem } from '../problem.ts';
import type { DecisionTable } from '../table.ts';
import { every, readsClock } from './fold.ts';
import { cellTypes } from '../own-inputs.ts';
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
export function outcomesOf(
  table: DecisionTable,
  types: TypeEnvironment,
  problems: readonly TableProblem[],
): Outcomes {
  const reader = outputReader(cellTypes(table, types));
  const known = new Map<Feel, Given>();
  const broken = new Set(
    problems.flatMap(({ severity, row, column, part }) =>
      severity === 'error' && (part === 'then' || part === 'default') ? [cellKey(row, column)] : [],
    ),
  );
  const read = (source: Feel, row: string | undefined, column: string): Given => {
    if (source.trim() === '' || broken.has(cellKey(row, column))) return NOTHING;
    const given = known.get(source) ?? reader(source);
    known.set(source, given);
    return given;
  };
  const { rows, outputs } = table;
  return {
    rows: rows.map(({ id, then }) => outputs.map((output, i) => read(then[i] ?? '', id, output.id))),
    defaults: outputs.some((output) => output.default !== undefined)
      ? outputs.map((output) => read(output.default ?? '', undefined, output.id))
      : null,
  };
}

function cellKey(row: string | undefined, column: string | undefined): string {
  return JSON.stringify([row ?? null, column ?? null]);
}

/** Reads what stands in an output's cell; one with an error gives null. */
function outputReader(types: TypeEnvironment): (source: Feel) => Given {
  const planner = plannerFor(types);
  return (source) => {
    const { problems, uses, slots, plan } = planner.expression(source);
    if (isBroken(problems)) return NOTHING;
    const isFixed = uses.length === 0 && every(plan, (part) => !readsClock(part));
    if (!isFixed) return { is: 'expression', source: source.trim() };
    const frame = frameFor({}, 0, slots);
    return { is: 'value', value: bounded(frame, () => link(plan)(frame), null) };
  };
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
