import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Draft } from './draft.ts';

/**
 * Adds to the latest entry of the trace, which must be about the step at hand (it was come to, led on, or is stuck),
 * what the step was given. Written out: a spread for each step would be dear.
 */
export function noteInputs(draft: Draft, inputs: JsonObject): void {
  const { trace } = draft;
  const latest = trace.at(-1);
  if (latest === undefined) return;
  const { at, place, what, detail } = latest;
  trace[trace.length - 1] =
    detail === undefined
      ? { at, place, what, detail: { inputs } }
      : { at, place, what, detail: { ...detail, inputs } };
}
