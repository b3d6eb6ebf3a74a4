import type { Budget } from '../budget.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY } from '../type/feel-type.ts';
import type { Value } from '../value/value.ts';

/** What a builtin may ask of the evaluation it is called in. */
export interface CallContext {
  /** The clock's milliseconds since the epoch. */
  readonly now: number;
  readonly budget: Budget;
  readonly warn: (warning: string) => void;
}

/**
 * A parameter. With `nullable` the builtin sees null; otherwise a null argument makes the call null.
 * `rest` takes all further arguments, as one list.
 */
export interface Parameter {
  readonly name: string;
  readonly types: readonly FeelType[];
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly rest?: boolean;
}

/** One way to call a builtin. Arguments arrive checked, in the order of the parameters; an omitted one is null. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly result: FeelType | ((args: readonly FeelType[]) => FeelType);
  readonly call: (args: readonly Value[], context: CallContext) => Value;
}

/** A group of builtins by name. The first signature that fits the arguments is called. */
export type Builtins = { readonly [name: string]: readonly Signature[] };

/** A required parameter of one of these types; none: of any, and null too. */
export function parameter(name: string, ...types: readonly FeelType[]): Parameter {
  return types.length === 0 ? { name, types: [ANY], nullable: true } : { name, types };
}

/** A parameter that may be left out. */
export function optional(name: string, ...types: readonly FeelType[]): Parameter {
  return { ...parameter(name, ...types), optional: true };
}

/** Takes all further arguments as one list. */
export function rest(name: string, ...types: readonly FeelType[]): Parameter {
  return { ...parameter(name, ...types), rest: true };
}

/** A signature. */
export function signature(
  parameters: readonly Parameter[],
  result: Signature['result'],
  call: Signature['call'],
): Signature {
  return { parameters, result, call };
}
