import type { Value } from './value.ts';

/** A FEEL range. An end that is null is open to that side: `(> 10)` has no upper end (DMN 1.5, 10.3.2.7). */
export class FeelRange {
  readonly lower: Value;
  readonly upper: Value;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;

  constructor(lower: Value, upper: Value, lowerIncluded: boolean, upperIncluded: boolean) {
    this.lower = lower;
    this.upper = upper;
    this.lowerIncluded = lowerIncluded;
    this.upperIncluded = upperIncluded;
  }
}
