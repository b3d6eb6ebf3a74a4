import type { Feel } from '../flow/base.ts';
import type { ValueType } from '../flow/value-type.ts';

/** DMN 1.5 §8.2.10. With priority and output order the values that an output's type allows stand by importance. */
export const HIT_POLICIES = [
  'unique',
  'any',
  'priority',
  'first',
  'collect',
  'rule order',
  'output order',
] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** A DMN decision table. `when[i]` is a unary test over input i ('-' is any), `then[i]` an expression for output i. */
export interface DecisionTable {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly hitPolicy: HitPolicy;
  /** With collect only. Absent: the list of what hit. */
  readonly aggregation?: 'sum' | 'min' | 'max' | 'count';
  /** Tables that are decided before it: by the name under which it knows what one comes to, that one's id. */
  readonly requires?: { readonly [name: string]: string };
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rows: readonly TableRow[];
}
/** `expression` is FEEL over the variables given to the table; by default the input's own name. */
export interface TableInput {
  readonly id: string;
  readonly name: string;
  readonly expression?: Feel;
  readonly type: ValueType;
}
/** One output: the decision's value is that value. Several: a context by name. `default` is FEEL, for when no row hits. */
export interface TableOutput {
  readonly id: string;
  readonly name: string;
  readonly type: ValueType;
  readonly default?: Feel;
}
export interface TableRow {
  readonly id: string;
  readonly when: readonly Feel[];
  readonly then: readonly Feel[];
  readonly annotation?: string;
}
