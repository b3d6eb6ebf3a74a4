import { compareValues } from '../value/order.ts';
import type { FeelRange } from '../value/range.ts';
import type { Kind, Value } from '../value/value.ts';
import { kindOf } from '../value/value.ts';
import { bitsOf, BitStates, type RowBits } from './bit-states.ts';
import type { FixedCell } from './fixed-cell.ts';

/**
 * Which rows of a column a value passes. A row that the index does not know passes. Undefined for a value of another
 * kind than the column's: that is for the cells themselves to say, and to warn of. Good until the next question.
 */
export interface ColumnIndex {
  rowsFor(value: Value): RowBits | undefined;
}

/** The cells of a column that an index knows; null for rows whose cell it does not know or that take anything. */
export type KnownCells = readonly (FixedCell | null)[];

/** The kind of values whose index may know a cell; 'null' if it may stand in every one, undefined if in none. */
export function indexedKind({ values, ranges }: FixedCell): Kind | undefined {
  const kinds = new Set<Kind>();
  for (const value of values) if (value !== null) kinds.add(kindOf(value));
  for (const { lower, upper } of ranges)
    for (const end of [lower, upper]) if (end !== null) kinds.add(kindOf(end));
  const [kind, ...others] = kinds;
  if (kind === undefined) return 'null';
  if (others.length > 0) return undefined;
  if (ranges.length > 0)
    return ORDERED.has(kind) && (values.length === 0 || EQUAL_BY_ORDER.has(kind)) ? kind : undefined;
  return HASHED.has(kind) || EQUAL_BY_ORDER.has(kind) ? kind : undefined;
}

const ORDERED: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

/** Kinds of which two values are equal exactly when neither comes first; instants are equal by the millisecond. */
const EQUAL_BY_ORDER: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'date',
  'days and time duration',
  'years and months duration',
]);

const HASHED: ReadonlySet<Kind> = new Set<Kind>(['string', 'boolean']);

/** The index of a column's cells, all of one kind. */
export function columnIndex(kind: Kind, cells: KnownCells): ColumnIndex {
  return HASHED.has(kind) ? new HashIndex(kind, cells) : new OrderIndex(kind, cells);
}

/** Whether null passes; a cell that the index does not know lets it pass. */
function nullPasses(cell: FixedCell | null): boolean {
  return cell === null || cell.values.includes(null) !== cell.negated;
}

/** By equality: a set of rows for each value that some cell names, and one for all others. */
class HashIndex implements ColumnIndex {
  readonly #kind: string;
  readonly #states = new Map<Value, number>();
  readonly #named: BitStates;
  readonly #unnamed: RowBits;
  readonly #null: RowBits;

  constructor(kind: Kind, cells: KnownCells) {
    this.#kind = kind;
    const differs: number[][] = [];
    for (const [row, cell] of cells.entries()) {
      for (const value of new Set(cell?.values ?? [])) {
        if (value === null) continue;
        const state = this.#states.get(value) ?? differs.push([]) - 1;
        this.#states.set(value, state);
        differs[state]?.push(row);
      }
    }
    this.#unnamed = bitsOf(cells.length, (row) => cells[row]?.negated ?? true);
    this.#null = bitsOf(cells.length, (row) => nullPasses(cells[row] ?? null));
    this.#named = BitStates.around(this.#unnamed, differs);
  }

  rowsFor(value: Value): RowBits | undefined {
    if (typeof value !== this.#kind) return value === null ? this.#null : undefined;
    const state = this.#states.get(value);
    return state === undefined ? this.#unnamed : this.#named.get(state);
  }
}

/**
 * By order: the ends of all ranges cut the values into stretches, state 2i before end i and 2i + 1 at it, and within
 * one the same rows pass.
 */
class OrderIndex implements ColumnIndex {
  readonly #kind: Kind;
  readonly #ends: readonly Value[];
  /** The same as doubles, where all are. */
  readonly #doubles: Float64Array | null;
  readonly #stretches: BitStates;
  readonly #null: RowBits;

  constructor(kind: Kind, cells: KnownCells) {
    this.#kind = kind;
    this.#ends = endsOf(cells);
    this.#doubles = this.#ends.every((end) => typeof end === 'number') ? Float64Array.from(this.#ends) : null;
    const turns: number[][] = Array.from({ length: 2 * this.#ends.length + 1 }, () => []);
    for (const [row, cell] of cells.entries())
      for (const at of this.#turnsOf(cell, turns.length)) turns[at]?.push(row);
    this.#stretches = BitStates.along(cells.length, turns);
    this.#null = bitsOf(cells.length, (row) => nullPasses(cells[row] ?? null));
  }

  rowsFor(value: Value): RowBits | undefined {
    if (typeof value === 'number' && this.#doubles)
      return this.#stretches.get(stretchOf(value, this.#doubles));
    if (value === null) return this.#null;
    return kindOf(value) === this.#kind ? this.#stretches.get(this.#stretchOf(value)) : undefined;
  }

  #stretchOf(value: Value): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareValues(value, this.#ends[middle] ?? null) ?? 0;
      if (order === 0) return 2 * middle + 1;
      if (order > 0) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }

  /** The stretches where a row turns from failing to passing or back, each once. */
  #turnsOf(cell: FixedCell | null, stretches: number): readonly number[] {
    if (cell === null) return [0];
    const turns = new Set<number>();
    const turn = (at: number): void => {
      if (!turns.delete(at) && at < stretches) turns.add(at);
    };
    let reached = 0;
    for (const [from, to] of this.#spansOf(cell)) {
      if (to <= reached) continue;
      turn(Math.max(from, reached));
      turn(to);
      reached = to;
    }
    if (cell.negated) turn(0);
    return [...turns];
  }

  /** What the cell names, as stretches from the first to before the last, in order. */
  #spansOf({ values, ranges }: FixedCell): (readonly [from: number, to: number])[] {
    const points = values.flatMap((value) => {
      if (value === null) return [];
      const at = this.#stretchOf(value);
      return [[at, at + 1] as const];
    });
    const spans = ranges.map((range) => this.#spanOf(range)).filter(([from, to]) => from < to);
    return [...points, ...spans].sort(([a], [b]) => a - b);
  }

  #spanOf({ lower, upper, lowerIncluded, upperIncluded }: FeelRange): readonly [from: number, to: number] {
    const from = lower === null ? 0 : this.#stretchOf(lower) + (lowerIncluded ? 0 : 1);
    const to = upper === null ? 2 * this.#ends.length + 1 : this.#stretchOf(upper) + (upperIncluded ? 1 : 0);
    return [from, to];
  }
}

function endsOf(cells: KnownCells): readonly Value[] {
  const ends = cells.flatMap((cell) => [
    ...(cell?.values ?? []),
    ...(cell?.ranges ?? []).flatMap(({ lower, upper }) => [lower, upper]),
  ]);
  const sorted = ends.filter((end) => end !== null).sort((a, b) => compareValues(a, b) ?? 0);
  return sorted.filter((end, i) => i === 0 || compareValues(sorted[i - 1] ?? null, end) !== 0);
}

function stretchOf(value: number, ends: Float64Array): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value > (ends[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return ends[low] === value ? 2 * low + 1 : 2 * low;
}
