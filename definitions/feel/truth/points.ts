import type { FixedCell } from '../link/fixed-cell.ts';
import { add, divide, subtract } from '../value/number.ts';
import { compareValues } from '../value/order.ts';
import type { Kind, Value } from '../value/value.ts';
import { isNumber, kindOf } from '../value/value.ts';

/** What conditions say of one thing that they look at. */
export interface Asked {
  readonly kind: 'number' | 'string' | 'boolean' | 'unknown';
  /** The strings that it may be, where they are listed. */
  readonly allowed: readonly string[] | undefined;
  readonly values: readonly Value[];
}

/** What a cell names, its ranges' ends among it; undefined if something is of a kind that has no points here. */
export function namedBy({ values, ranges }: FixedCell): readonly Value[] | undefined {
  const ends = ranges.flatMap(({ lower, upper }) => [lower, upper]).filter((end) => end !== null);
  const isRangeOfText = ranges.some(({ lower, upper }) => typeof (lower ?? upper) === 'string');
  const all = [...values, ...ends];
  return isRangeOfText || all.some((one) => !POINTED.has(kindOf(one))) ? undefined : all;
}

const POINTED: ReadonlySet<Kind> = new Set<Kind>(['null', 'number', 'string', 'boolean']);

/** A text that no condition names. */
const UNNAMED = '\u0000';

/**
 * Values that stand for all: whatever a condition that only compares with the named ones makes of a value, it makes
 * of one of these. Null, the last, stands for itself. Undefined where that cannot be said.
 */
export function pointsOf({ kind, allowed, values: asked }: Asked): readonly Value[] | undefined {
  const values = asked.filter((value) => value !== null);
  const kinds = new Set(values.map(kindOf));
  if (kind !== 'unknown') kinds.add(kind);
  const [only, ...others] = kinds;
  if (only === undefined || others.length > 0) return undefined;
  if (only === 'boolean') return [true, false, null];
  if (only === 'string') return [...(allowed ?? [...new Set(values), UNNAMED]), null];
  const named = values.filter(isNumber).sort((a, b) => compareValues(a, b) ?? 0);
  const [least] = named;
  const most = named.at(-1);
  if (least === undefined || most === undefined) return [0, null];
  const between = named.slice(1).map((value, i) => divide(add(named[i] ?? value, value) ?? value, 2));
  return [subtract(least, 1), ...named, ...between, add(most, 1), null];
}
