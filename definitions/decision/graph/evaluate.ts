import { bounded, frameFor } from '../../feel/compiler.ts';
import { link } from '../../feel/link/link.ts';
import type { Value } from '../../feel/value/value.ts';
import type { DecisionPlan, PlannedInput } from './plan-decision.ts';

/** A decision of a model, ready to be taken any number of times. */
export interface LinkedDecision {
  /**
   * The decision over its inputs, at `now` (milliseconds since the epoch). An input that `valueOf` gives nothing for is
   * null. `warn` hears why a value is null. Never throws.
   */
  take(
    valueOf: (input: PlannedInput) => Value | undefined,
    now: number,
    warn?: (warning: string) => void,
  ): Value;
}

/** Turns the plan of a decision into closures. */
export function linkDecision({ plan, inputs, slots }: DecisionPlan): LinkedDecision {
  const evaluate = link(plan);
  return {
    take(valueOf, now, warn) {
      const frame = frameFor({}, now, slots, warn);
      for (const input of inputs) frame.locals[input.slot] = valueOf(input) ?? null;
      return bounded(frame, () => evaluate(frame), null);
    },
  };
}
