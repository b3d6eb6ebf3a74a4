/** FEEL source text (DMN 1.5). */
export type Feel = string;

/** What every node has. `position` is in canvas pixels, the node's top left corner. */
export interface NodeBase<K extends string> {
  readonly id: string;
  readonly kind: K;
  readonly name: string;
  readonly lane?: string;
  readonly position: { readonly x: number; readonly y: number };
  readonly documentation?: string;
}

/** Target name → FEEL over the scope's variables. */
export type Mapping = { readonly [target: string]: Feel };

/** The port of a node that has only one way on. */
export const OUT = 'out';
