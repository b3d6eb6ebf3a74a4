import type { FixedCell } from '../../feel/link/fixed-cell.ts';
import { Budget } from '../../feel/budget.ts';
import { equalValues } from '../../feel/value/equality.ts';
import { compareValues } from '../../feel/value/order.ts';
import type { FeelRange } from '../../feel/value/range.ts';
import type { Value } from '../../feel/value/value.ts';
import type { Axis } from './axis.ts';
import { instants } from './axis.ts';
import type { ReadCell } from './cell.ts';
import type { Side } from './side.ts';
import { membersOf, sideOf, sideOfSpans, without } from './side.ts';

/**
 * The stretches of a column that pass a cell: of which every value surely does, of which one may, and of which the
 * example does or may. They are one where the cell is told; else it surely passes nothing, and may pass anything.
 */
export interface CellSides {
  readonly sure: Side;
  readonly may: Side;
  readonly tried: Side;
  /** Whether the three are one. */
  readonly isTold: boolean;
}

export function sidesOf(cell: ReadCell, axis: Axis): CellSides {
  if (cell.isAny) return same(axis.all);
  if (cell.isBroken) return same(sideOf(axis.stretches.length, []));
  if (cell.isTold && axis.kind !== 'samples') {
    const isByOrder = axis.kind === 'ordered' && cell.fixed !== null;
    return same(isByOrder && cell.fixed ? byOrder(cell.fixed, axis) : byTrying(cell, axis));
  }
  const dependsOnMore = cell.readsClock || cell.uses.length > 0;
  return {
    sure: sideOf(axis.stretches.length, []),
    may: axis.all,
    tried: dependsOnMore ? axis.all : byTrying(cell, axis),
    isTold: false,
  };
}

function same(side: Side): CellSides {
  return { sure: side, may: side, tried: side, isTold: true };
}

function byTrying(cell: ReadCell, axis: Axis): Side {
  const passing = membersOf(axis.all).filter((i) => cell.passes(axis.stretches[i]?.value ?? null, {}));
  return sideOf(axis.stretches.length, passing);
}

/** What is fixed and has an order is found among the points, without trying each stretch. */
function byOrder({ negated, values, ranges }: FixedCell, axis: Axis): Side {
  const last = axis.stretches.length - 1;
  const side = sideOfSpans(axis.stretches.length, [
    ...values.map((value): Span => (value === null ? [last, last] : spanOfValue(value, axis))),
    ...ranges.map((range) => spanOfRange(range, axis)),
  ]);
  return negated ? without(axis.all, side) : side;
}

type Span = readonly [from: number, to: number];

const NOWHERE: Span = [0, -1];

function spanOfValue(value: Value, axis: Axis): Span {
  const ends = instants(value).flatMap((end) => pointAt(end, axis) ?? []);
  const from = Math.min(...ends);
  if (ends.length === 0) return NOWHERE;
  // A moment as long as a millisecond ends before the point where the next begins.
  const to = Math.max(...ends);
  const ofNext = axis.stretches[to];
  const isNext = to > from && ofNext !== undefined && !isEqual(ofNext.value, value);
  return [from, isNext ? to - 1 : to];
}

function isEqual(a: Value, b: Value): boolean {
  return equalValues(a, b, new Budget()) === true;
}

function spanOfRange({ lower, upper, lowerIncluded, upperIncluded }: FeelRange, axis: Axis): Span {
  const last = axis.stretches.length - 2;
  const low = lower === null ? -1 : pointAt(lower, axis);
  const high = upper === null ? last + 1 : pointAt(upper, axis);
  if (low === undefined || high === undefined) return NOWHERE;
  return [lower !== null && lowerIncluded ? low : low + 1, upper !== null && upperIncluded ? high : high - 1];
}

/** The stretch that is this point; undefined for what is of another kind. */
function pointAt(value: Value, { points, stretchOf }: Axis): number | undefined {
  let from = 0;
  let to = points.length - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const order = compareValues(value, points[middle] ?? null);
    if (order === null) return undefined;
    if (order === 0) return stretchOf[middle];
    if (order < 0) to = middle - 1;
    else from = middle + 1;
  }
  return undefined;
}
