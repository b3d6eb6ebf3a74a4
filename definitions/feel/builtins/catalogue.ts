import { booleanBuiltins } from './boolean.ts';
import type { Builtins, Signature } from './builtin.ts';
import { contextBuiltins } from './context.ts';
import { listSummaryBuiltins } from './list-summary.ts';
import { listBuiltins } from './list.ts';
import { numberBuiltins } from './number.ts';
import { patternBuiltins } from './pattern.ts';
import { rangeBuiltins } from './range.ts';
import { stringBuiltins } from './string.ts';
import { temporalBuiltins } from './temporal.ts';

/** Every builtin function, by name. */
export const BUILTINS: Builtins = {
  ...booleanBuiltins,
  ...numberBuiltins,
  ...stringBuiltins,
  ...patternBuiltins,
  ...listBuiltins,
  ...listSummaryBuiltins,
  ...contextBuiltins,
  ...temporalBuiltins,
  ...rangeBuiltins,
};

/** The ways to call a builtin; undefined if there is none of that name. */
export function signaturesOf(name: string): readonly Signature[] | undefined {
  return Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
}
