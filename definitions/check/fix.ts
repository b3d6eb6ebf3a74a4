import type { Edge, Variable } from '../flow/flow.ts';
import type { Json } from '../flow/json.ts';
import type { FlowNode } from '../flow/node.ts';

/** What a check proposes. `title` is what the button says; the changes are made together or not at all. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** One change of a drawing, as data: the editor turns it into a command that can be undone. */
export type Change =
  | { readonly do: 'add variable'; readonly variable: Variable }
  /** `field` is a JSON Pointer into the variable; its parents are there. */
  | { readonly do: 'set variable'; readonly variable: string; readonly field: string; readonly value: Json }
  | { readonly do: 'add node'; readonly node: FlowNode }
  | { readonly do: 'remove node'; readonly node: string }
  | { readonly do: 'add edge'; readonly edge: Edge }
  | { readonly do: 'remove edge'; readonly edge: string }
  /** `field` is a JSON Pointer into the node; its parents are there. */
  | { readonly do: 'set'; readonly node: string; readonly field: string; readonly value: Json }
  | { readonly do: 'unset'; readonly node: string; readonly field: string }
  /**
   * A fact to be derived from a text: `fact` is declared, and is to hold what `expression` says of the text
   * before the node is reached. The editor adds it to the step that derives facts.
   */
  | {
      readonly do: 'derive fact';
      readonly text: string;
      readonly fact: Variable;
      readonly expression: string;
      readonly before: string;
    };
