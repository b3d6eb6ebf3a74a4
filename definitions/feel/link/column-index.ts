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

/** The cells of a column, each once, null those that its index does not know; and of each row the place of its cell. */
export interface KnownCells {
  readonly cells: readonly (FixedCell | null)[];
  readonly ofRow: Uint32Array;
}

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
export function columnIndex(kind: Kind, known: KnownCells): ColumnIndex {
  return HASHED.has(kind) ? new HashIndex(kind, known) : new OrderIndex(kind, known);
}

/** The rows whose cells pass; a cell that the index does not know does. */
function rowsThat({ cells, ofRow }: KnownCells, passes: (cell: FixedCell) => boolean): RowBits {
  const passing = cells.map((cell) => cell === null || passes(cell));
  return bitsOf(ofRow.length, (row) => passing[ofRow[row] ?? 0] ?? true);
}

function rowsForNull(known: KnownCells): RowBits {
  return rowsThat(known, ({ values, negated }) => values.includes(null) !== negated);
}

/** Each row under every state that its cell has. */
function byState(states: number, ofCells: readonly (readonly number[])[], ofRow: Uint32Array): RowsByState {
  const pairs: number[] = [];
  for (let row = 0; row < ofRow.length; row += 1)
    for (const state of ofCells[ofRow[row] ?? 0] ?? []) if (state < states) pairs.push(state, row);
  return new RowsByState(states, pairs);
}

/** By equality: a set of rows for each value that some cell names, and one for all others. */
class HashIndex implements ColumnIndex {
  readonly #kind: string;
  readonly #states = new Map<Value, number>();
  readonly #named: BitStates;
  readonly #unnamed: RowBits;
  readonly #null: RowBits;

  constructor(kind: Kind, known: KnownCells) {
    this.#kind = kind;
    const states = known.cells.map((cell) => this.#statesOf(cell));
    this.#unnamed = rowsThat(known, ({ negated }) => negated);
    this.#null = rowsForNull(known);
    this.#named = BitStates.around(this.#unnamed, byState(this.#states.size, states, known.ofRow));
  }

  #statesOf(cell: FixedCell | null): readonly number[] {
    const states = new Set<number>();
    for (const value of cell?.values ?? []) {
      if (value === null) continue;
      const state = this.#states.get(value) ?? this.#states.size;
      this.#states.set(value, state);
      states.add(state);
    }
    return [...states];
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

  constructor(kind: Kind, known: KnownCells) {
    this.#kind = kind;
    this.#ends = endsOf(known.cells);
    this.#doubles = doublesOf(this.#ends);
    const turns = known.cells.map((cell) => this.#turnsOf(cell));
    const states = 2 * this.#ends.length + 1;
    this.#stretches = BitStates.along(known.ofRow.length, byState(states, turns, known.ofRow));
    this.#null = rowsForNull(known);
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
function endsOf(cells: KnownCells['cells']): readonly Value[] {
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
