import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';

/** What a case begins with: what the flow takes, as given, else as the first story that ships has it. */
export function firstValues(flow: Flow, stories: readonly Scenario[], given: JsonObject): JsonObject {
  const usual: JsonObject = stories[0]?.variables ?? {};
  return Object.fromEntries(
    flow.variables.flatMap(({ name, input }): [string, Json][] => {
      const value = given[name] ?? usual[name];
      return input === true && value !== undefined ? [[name, value]] : [];
    }),
  );
}
