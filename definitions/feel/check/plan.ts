import type { FeelType } from '../type/feel-type.ts';
import type { ValueType } from '../../flow/value-type.ts';
import type { Operator } from '../value/arithmetic.ts';

/**
 * A typed expression with every name resolved: what the linker turns into closures. Plain JSON, so that it can be
 * stored beside a revision and linked without parsing. A slot is a place among an evaluation's locals.
 */
export type Plan =
  | { readonly op: 'constant'; readonly value: null | boolean | string }
  | { readonly op: 'number'; readonly digits: string }
  | { readonly op: 'temporal'; readonly text: string }
  | { readonly op: 'variable'; readonly name: string; readonly type: ValueType }
  | { readonly op: 'local'; readonly slot: number }
  /** A name inside a filter: an entry of the item if it has one, else what the name means outside. */
  | { readonly op: 'entry or else'; readonly slot: number; readonly name: string; readonly otherwise: Plan }
  | { readonly op: 'list'; readonly items: readonly Plan[] }
  | {
      readonly op: 'context';
      readonly entries: readonly { readonly name: string; readonly slot: number; readonly value: Plan }[];
    }
  | RangePlan
  | { readonly op: 'path'; readonly of: Plan; readonly name: string }
  | {
      readonly op: 'filter';
      readonly of: Plan;
      readonly by: Plan;
      readonly slot: number;
      readonly mode: 'index' | 'test' | 'either';
    }
  | { readonly op: 'arithmetic'; readonly operator: Operator; readonly left: Plan; readonly right: Plan }
  | { readonly op: 'negate'; readonly of: Plan }
  | {
      readonly op: 'order';
      readonly operator: OrderOperator;
      readonly on: 'number' | 'any';
      readonly left: Plan;
      readonly right: Plan;
    }
  | {
      readonly op: 'equal';
      readonly negated: boolean;
      readonly on: 'string' | 'any';
      readonly left: Plan;
      readonly right: Plan;
    }
  | { readonly op: 'and' | 'or'; readonly left: Plan; readonly right: Plan }
  | { readonly op: 'between'; readonly value: Plan; readonly low: Plan; readonly high: Plan }
  | { readonly op: 'in'; readonly value: Plan; readonly slot: number; readonly tests: readonly TestPlan[] }
  | { readonly op: 'instance of'; readonly value: Plan; readonly type: FeelType }
  | { readonly op: 'if'; readonly condition: Plan; readonly then: Plan; readonly otherwise: Plan }
  | {
      readonly op: 'for';
      readonly bindings: readonly BindingPlan[];
      readonly partial: number | null;
      readonly body: Plan;
    }
  | {
      readonly op: 'quantified';
      readonly every: boolean;
      readonly bindings: readonly BindingPlan[];
      readonly body: Plan;
    }
  | {
      readonly op: 'call';
      readonly name: string;
      readonly ways: readonly CallWay[];
      readonly args: readonly Plan[];
    }
  | {
      readonly op: 'invoke';
      readonly callee: Plan;
      readonly args: readonly { readonly name?: string; readonly value: Plan }[];
    }
  | {
      readonly op: 'function';
      readonly parameters: readonly { readonly name: string; readonly slot: number }[];
      readonly body: Plan;
      /** How deep the body's parts stand in one another. */
      readonly levels: number;
    }
  /** A builtin as a value, to be handed on. */
  | { readonly op: 'builtin'; readonly name: string }
  /** Values that the body reads as locals, worked out in this order. */
  | {
      readonly op: 'let';
      readonly bindings: readonly { readonly slot: number; readonly value: Plan }[];
      readonly body: Plan;
    }
  | { readonly op: 'conform'; readonly of: Plan; readonly to: TypePlan }
  | TablePlan;

/** A type whose values may be narrowed further: what is of it must pass `allowed`, and so on within. */
export interface TypePlan {
  readonly type: FeelType;
  readonly allowed?: { readonly cell: CellPlan; readonly slot: number };
  /** Of a list: what each item must be. */
  readonly of?: TypePlan;
  /** Of a context: what entries must be. */
  readonly fields?: { readonly [name: string]: TypePlan };
}

export type TablePolicy =
  | 'unique'
  | 'any'
  | 'priority'
  | 'first'
  | 'collect'
  | 'rule order'
  | 'output order'
  | 'sum'
  | 'min'
  | 'max'
  | 'count';

/** A decision table. The value of input i is in `inputs[i].slot` while the cells below it are tested. */
export interface TablePlan {
  readonly op: 'table';
  readonly policy: TablePolicy;
  /** What a table without defaults comes to when no row hits, where that is not null (DMN 1.5, 8.2.11). */
  readonly whenNoneHit?: 'empty list';
  readonly inputs: readonly {
    readonly value: Plan;
    readonly slot: number;
    /** What rows ask of this input, each cell once. */
    readonly cells: readonly CellPlan[];
  }[];
  readonly rows: readonly {
    readonly id: string;
    /** For each input the place of its cell among `inputs[i].cells`. */
    readonly when: readonly number[];
    readonly then: readonly Plan[];
  }[];
  readonly outputs: readonly {
    readonly name: string;
    /** The values in the order of their importance; the value tested is in `slot`. */
    readonly order?: { readonly tests: readonly TestPlan[]; readonly slot: number };
    readonly default?: Plan;
  }[];
}

export type OrderOperator = '<' | '<=' | '>' | '>=';

/** An end that is absent is open to that side. */
export interface RangePlan {
  readonly op: 'range';
  readonly lower?: Plan;
  readonly upper?: Plan;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

/**
 * One signature of a builtin that may fit: for each parameter the index of its argument, or null if left out.
 * A rest parameter, which is always the last, takes its argument and all after it.
 */
export interface CallWay {
  readonly signature: number;
  readonly takes: readonly (number | null)[];
}

export interface BindingPlan {
  readonly slot: number;
  readonly from: Plan;
  readonly to?: Plan;
}

/**
 * What a value is tested against. equal, order, range: compared with it. condition: an expression over `?` that must
 * be true. member: the value equals it, or it is a list or range that holds the value.
 */
export type TestPlan =
  | { readonly test: 'equal'; readonly negated: boolean; readonly to: Plan }
  | { readonly test: 'string'; readonly value: string }
  | {
      readonly test: 'order';
      readonly operator: OrderOperator;
      readonly on: 'number' | 'any';
      readonly to: Plan;
    }
  | { readonly test: 'range'; readonly range: RangePlan }
  | { readonly test: 'member'; readonly of: Plan }
  | { readonly test: 'condition'; readonly of: Plan };

/** A whole cell: any of the tests holds, or (negated) none does. The value under test is local 0. */
export interface CellPlan {
  readonly negated: boolean;
  readonly tests: readonly TestPlan[];
}

/** A typed thing: its plan and what is known of its value. */
export interface Typed {
  readonly plan: Plan;
  readonly type: FeelType;
}
