import type { Value } from './value.ts';

/** A function made by an expression (`function(x) x + 1`), with what it saw where it was made. */
export class FeelFunction {
  readonly parameters: readonly string[];
  readonly call: (args: readonly Value[]) => Value;

  constructor(parameters: readonly string[], call: (args: readonly Value[]) => Value) {
    this.parameters = parameters;
    this.call = call;
  }
}
