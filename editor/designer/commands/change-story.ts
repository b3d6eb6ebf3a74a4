import type { Expectation, Scenario, Scenarios } from '../../../definitions/scenario/scenario.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { Command } from './in-flow.ts';

/** A story under another name. */
export function renameStory(id: string, name: string): Command {
  return changed(id, (story) => (story.name === name ? story : { ...story, name }));
}

/** What must come out of a story from now on; nothing in it: anything may. */
export function expectOfStory(id: string, expect: Expectation): Command {
  return changed(id, ({ expect: _, ...story }) =>
    Object.keys(expect).length === 0 ? story : { ...story, expect },
  );
}

/** The draft without a story. */
export function removeStory(id: string): Command {
  return (content) => {
    if (!Object.hasOwn(content.scenarios, id)) return content;
    const { [id]: _, ...scenarios } = content.scenarios;
    return { ...content, scenarios };
  };
}

/** A story once more, under an id and a name of its own. */
export function duplicateStory(id: string, copy: { readonly id: string; readonly name: string }): Command {
  return (content) => {
    const story = storyIn(content.scenarios, id);
    if (story === undefined) return content;
    return { ...content, scenarios: { ...content.scenarios, [copy.id]: { ...story, name: copy.name } } };
  };
}

/** A story that gives, and expects, a value under another name: as the flow calls it now. */
export function callStoryValue(id: string, from: string, to: string): Command {
  return changed(id, (story) => withValueCalled(story, from, to));
}

/** A story that says nothing of a value any more. */
export function leaveOutStoryValue(id: string, name: string): Command {
  return changed(id, (story) => {
    const { variables, expect } = story;
    const isExpected = expect?.variables !== undefined && Object.hasOwn(expect.variables, name);
    if (!Object.hasOwn(variables, name) && !isExpected) return story;
    return {
      ...story,
      variables: without(variables, name),
      ...(isExpected && { expect: { ...expect, variables: without(expect.variables, name) } }),
    };
  });
}

/** A story in which a value is given as something else. */
export function giveStoryValue(id: string, name: string, value: Json): Command {
  return changed(id, (story) => ({ ...story, variables: { ...story.variables, [name]: value } }));
}

/** All stories with a value of the flow called otherwise; those that say nothing of it stay the same. */
export function withValueRenamed(scenarios: Scenarios, from: string, to: string): Scenarios {
  const all = Object.entries(scenarios);
  const renamed = all.map(([id, story]) => [id, withValueCalled(story, from, to)] as const);
  return renamed.every(([, story], at) => story === all[at]?.[1]) ? scenarios : Object.fromEntries(renamed);
}

function withValueCalled(story: Scenario, from: string, to: string): Scenario {
  const variables = renamedKey(story.variables, from, to);
  const expected = story.expect?.variables;
  const wanted = expected === undefined ? undefined : renamedKey(expected, from, to);
  if (variables === story.variables && wanted === expected) return story;
  return {
    ...story,
    variables,
    ...(wanted !== undefined && { expect: { ...story.expect, variables: wanted } }),
  };
}

/** The same values in the same order; what stood under the new name already gives way. */
function renamedKey(values: JsonObject, from: string, to: string): JsonObject {
  if (from === to || !Object.hasOwn(values, from)) return values;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name === to ? [] : [[name === from ? to : name, value] as const],
    ),
  );
}

function without(values: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}

function storyIn(scenarios: Scenarios, id: string): Scenario | undefined {
  return Object.hasOwn(scenarios, id) ? scenarios[id] : undefined;
}

function changed(id: string, change: (story: Scenario) => Scenario): Command {
  return (content) => {
    const before = storyIn(content.scenarios, id);
    const after = before && change(before);
    if (after === undefined || after === before) return content;
    return { ...content, scenarios: { ...content.scenarios, [id]: after } };
  };
}
