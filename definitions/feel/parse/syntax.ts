import type { Span } from '../problem.ts';

/** An expression as written: names unresolved, nothing typed. Plain data; `at` is where it stands in the source. */
export type Syntax = { readonly at: Span } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'at'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  /** `?`, the value under test. */
  | { readonly kind: 'input' }
  | { readonly kind: 'list'; readonly items: readonly Syntax[] }
  | {
      readonly kind: 'context';
      readonly entries: readonly { readonly name: string; readonly value: Syntax }[];
    }
  | IntervalSyntax
  | ComparisonTestSyntax
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/' | '**';
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly kind: 'negation'; readonly of: Syntax }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: 'between'; readonly value: Syntax; readonly low: Syntax; readonly high: Syntax }
  | { readonly kind: 'in'; readonly value: Syntax; readonly tests: readonly Syntax[] }
  | { readonly kind: 'instance of'; readonly value: Syntax; readonly type: TypeSyntax }
  | { readonly kind: 'path'; readonly of: Syntax; readonly name: string; readonly nameAt: Span }
  | { readonly kind: 'filter'; readonly of: Syntax; readonly by: Syntax }
  | { readonly kind: 'if'; readonly condition: Syntax; readonly then: Syntax; readonly otherwise: Syntax }
  | { readonly kind: 'for'; readonly bindings: readonly BindingSyntax[]; readonly body: Syntax }
  | { readonly kind: 'some' | 'every'; readonly bindings: readonly BindingSyntax[]; readonly body: Syntax }
  | { readonly kind: 'call'; readonly callee: Syntax; readonly args: ArgumentsSyntax }
  | { readonly kind: 'function'; readonly parameters: readonly ParameterSyntax[]; readonly body: Syntax }
);

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `[a..b]`, open or closed on each side. */
export interface IntervalSyntax {
  readonly kind: 'interval';
  readonly lower: Syntax;
  readonly upper: Syntax;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

/** `< 5`: a comparison whose left side is the value under test. */
export interface ComparisonTestSyntax {
  readonly kind: 'comparison test';
  readonly operator: ComparisonOperator;
  readonly to: Syntax;
}

/** `x in list`, or `x in from..to`. */
export interface BindingSyntax {
  readonly name: string;
  readonly from: Syntax;
  readonly to?: Syntax;
}

/** Positional arguments have no names. */
export type ArgumentsSyntax = readonly { readonly name?: string; readonly value: Syntax }[];

export interface ParameterSyntax {
  readonly name: string;
  readonly type?: TypeSyntax;
}

/** A type as written after `instance of` or a parameter. */
export type TypeSyntax = { readonly at: Span } & (
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeSyntax }
  | {
      readonly kind: 'context';
      readonly fields: readonly { readonly name: string; readonly type: TypeSyntax }[];
    }
  | { readonly kind: 'function' }
);

/** What stands in a cell of a decision table. `any`: `-`. */
export type UnaryTestsSyntax =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'tests';
      readonly negated: boolean;
      readonly tests: readonly Syntax[];
      readonly at: Span;
    };
