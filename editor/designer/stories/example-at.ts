import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { RunEvent } from '../../../engine/interpreter/event.ts';
import { newRun } from '../../../engine/interpreter/new-run.ts';
import type { Program } from '../../../engine/interpreter/program.ts';
import { watchedStep } from '../../../engine/interpreter/step.ts';
import type { SimulationResult } from '../../../engine/simulate/result.ts';

interface AtStep {
  readonly flow: string;
  readonly node: string;
}

/** The first of the stories that comes to a step, and what the step's flow knew then; null: none comes there. */
export function exampleAt(
  program: Program,
  results: ReadonlyMap<string, Pick<SimulationResult, 'trace' | 'events'>>,
  at: AtStep,
): { readonly story: string; readonly values: JsonObject } | null {
  for (const [story, { trace, events }] of results) {
    if (!trace.some(({ what, place }) => what === 'entered' && isAt(place, at))) continue;
    const values = valuesAt(program, events, at);
    if (values !== null) return { story, values };
  }
  return null;
}

/** What a flow knew when a run first came to one of its steps, before the step did anything. */
export function valuesAt(program: Program, events: readonly RunEvent[], at: AtStep): JsonObject | null {
  let state = newRun();
  let found: JsonObject | null = null;
  const known = new Map<string, JsonObject>();
  for (const event of events) {
    let seen = 0;
    ({ state } = watchedStep(program, state, event, (draft) => {
      if (found !== null) return;
      const came = draft.trace.slice(seen).find(({ what, place }) => what === 'entered' && isAt(place, at));
      seen = draft.trace.length;
      // A step that does all it does at once is seen only once it has done it.
      if (came !== undefined)
        found = known.get(came.place.scope) ?? draft.openScopes.get(came.place.scope)?.variables ?? {};
      for (const { id, variables } of draft.openScopes.values()) known.set(id, variables);
    }));
    if (found !== null) break;
  }
  return found;
}

function isAt(place: AtStep, { flow, node }: AtStep): boolean {
  return place.flow === flow && place.node === node;
}
