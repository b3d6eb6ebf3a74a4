import type { FeelNumber } from '../value/number.ts';
import { toDouble } from '../value/number.ts';
import type { FeelContext, Value } from '../value/value.ts';
import { isContext, isList, isNumber } from '../value/value.ts';

/*
 * Narrow an argument to what its parameter already promised. An argument that is absent or of another kind cannot
 * reach a builtin, but the compiler does not know: these answer for it.
 */

export function listAt(args: readonly Value[], index: number): readonly Value[] {
  const value = args[index] ?? null;
  return isList(value) ? value : [];
}

export function stringAt(args: readonly Value[], index: number): string {
  const value = args[index];
  return typeof value === 'string' ? value : '';
}

export function numberAt(args: readonly Value[], index: number): FeelNumber {
  const value = args[index] ?? null;
  return isNumber(value) ? value : 0;
}

export function contextAt(args: readonly Value[], index: number): FeelContext {
  const value = args[index] ?? null;
  return isContext(value) ? value : {};
}

export function valueAt(args: readonly Value[], index: number): Value {
  return args[index] ?? null;
}

/** A number cut to a whole one, as positions, lengths and scales are; null for what is no number. */
export function truncated(value: Value): number | null {
  return isNumber(value) ? Math.trunc(toDouble(value)) : null;
}

/**
 * The index that a FEEL position means in a list of `length`: from 1, or from the end if negative. Null outside, and
 * for what is no whole number.
 */
export function indexAt(position: Value, length: number): number | null {
  if (typeof position !== 'number' || !Number.isInteger(position)) return null;
  const index = position > 0 ? position - 1 : length + position;
  return position !== 0 && index >= 0 && index < length ? index : null;
}
