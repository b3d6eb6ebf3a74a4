import { compareValues } from '../value/order.ts';
import type { Kind, Value } from '../value/value.ts';
import { kindOf } from '../value/value.ts';
import { bitsOf, BitStates, RowsByState, type RowBits } from './bit-states.ts';
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
  let kind: Kind = 'null';
  for (const value of values) {
    const next = sameKind(kind, value);
    if (next === undefined) return undefined;
    kind = next;
  }
  for (const { lower, upper } of ranges) {
    const next = sameKind(kind, lower) && sameKind(sameKind(kind, lower) ?? kind, upper);
    if (next === undefined) return undefined;
    kind = next;
  }
  if (kind === 'null') return kind;
  const isOrdered = ORDERED.has(kind) && (values.length === 0 || EQUAL_BY_ORDER.has(kind));
  return isOrdered || (ranges.length === 0 && HASHED.has(kind)) ? kind : undefined;
}

/** The one kind that values of `kind` and `value` are of, null counting as any; undefined if they are of two. */
function sameKind(kind: Kind, value: Value): Kind | undefined {
  if (value === null) return kind;
  const other = kindOf(value);
  return kind === 'null' || kind === other ? other : undefined;
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
    const pairs: number[] = [];
    for (const [row, cell] of cells.entries()) {
      for (const value of new Set(cell?.values ?? [])) {
        if (value === null) continue;
        const state = this.#states.get(value) ?? this.#states.size;
        this.#states.set(value, state);
        pairs.push(state, row);
      }
    }
    this.#unnamed = bitsOf(cells.length, (row) => cells[row]?.negated ?? true);
    this.#null = bitsOf(cells.length, (row) => nullPasses(cells[row] ?? null));
    this.#named = BitStates.around(this.#unnamed, new RowsByState(this.#states.size, pairs));
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
    this.#doubles = doublesOf(this.#ends);
    const states = 2 * this.#ends.length + 1;
    const pairs: number[] = [];
    for (const [row, cell] of cells.entries())
      for (const state of this.#turnsOf(cell)) if (state < states) pairs.push(state, row);
    this.#stretches = BitStates.along(cells.length, new RowsByState(states, pairs));
    this.#null = bitsOf(cells.length, (row) => nullPasses(cells[row] ?? null));
  }

  rowsFor(value: Value): RowBits | undefined {
    if (typeof value === 'number' && this.#doubles)
      return this.#stretches.get(stretchOf(value, this.#doubles));
    if (value === null) return this.#null;
    return kindOf(value) === this.#kind ? this.#stretches.get(this.#stretchOf(value)) : undefined;
  }

  #stretchOf(value: Value): number {
    if (typeof value === 'number' && this.#doubles) return stretchOf(value, this.#doubles);
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

  /** The stretches where a row turns from failing to passing or back, in order; the last may be past all. */
  #turnsOf(cell: FixedCell | null): readonly number[] {
    if (cell === null) return FROM_THE_FIRST;
    const turns: number[] = cell.negated ? [0] : [];
    let reached = -1;
    for (const [from, to] of this.#spansOf(cell)) {
      // A span that begins where the one before ends, or within it, goes on with it.
      if (from > reached) turns.push(from, to);
      else if (to > reached) turns[turns.length - 1] = to;
      reached = Math.max(reached, to);
    }
    return turns;
  }

  /** What the cell names, as stretches from the first to before the last, in order. */
  #spansOf({ values, ranges }: FixedCell): readonly Span[] {
    const spans: Span[] = [];
    for (const value of values) {
      if (value === null) continue;
      const at = this.#stretchOf(value);
      spans.push([at, at + 1]);
    }
    for (const { lower, upper, lowerIncluded, upperIncluded } of ranges) {
      const from = lower === null ? 0 : this.#stretchOf(lower) + (lowerIncluded ? 0 : 1);
      const to =
        upper === null ? 2 * this.#ends.length + 1 : this.#stretchOf(upper) + (upperIncluded ? 1 : 0);
      if (from < to) spans.push([from, to]);
    }
    return spans.length < 2 ? spans : spans.sort(([a], [b]) => a - b);
  }
}

type Span = readonly [from: number, to: number];

/** The turns of a row that passes in every stretch. */
const FROM_THE_FIRST: readonly number[] = [0];

/** All ends of ranges and all values that cells name, each once, in order. */
function endsOf(cells: KnownCells): readonly Value[] {
  const ends: Value[] = [];
  for (const cell of cells) {
    if (cell === null) continue;
    for (const value of cell.values) if (value !== null) ends.push(value);
    for (const { lower, upper } of cell.ranges) {
      if (lower !== null) ends.push(lower);
      if (upper !== null) ends.push(upper);
    }
  }
  const doubles = doublesOf(ends);
  if (doubles) return [...new Set(doubles.sort())];
  const sorted = ends.sort((a, b) => compareValues(a, b) ?? 0);
  return sorted.filter((end, i) => i === 0 || compareValues(sorted[i - 1] ?? null, end) !== 0);
}

/** The same values as doubles; null if one of them is none. */
function doublesOf(values: readonly Value[]): Float64Array | null {
  const doubles = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (typeof value !== 'number') return null;
    doubles[i] = value;
  }
  return doubles;
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
