import type { Scenario, Scenarios } from './scenario.ts';

/** The scenarios for a flow that has another id now: what they say of its steps by that id follows. */
export function keysOfFlow(scenarios: Scenarios, from: string, to: string): Scenarios {
  return mapped(scenarios, (scenario: Scenario) => {
    const { activities, tasks } = scenario;
    return {
      ...scenario,
      ...(activities === undefined ? {} : { activities: rekeyed(activities, from, to) }),
      ...(tasks === undefined ? {} : { tasks: rekeyed(tasks, from, to) }),
    };
  });
}

function rekeyed<T>(
  answers: { readonly [key: string]: T },
  from: string,
  to: string,
): { readonly [key: string]: T } {
  const before = `${from}/`;
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key.startsWith(before) ? `${to}/${key.slice(before.length)}` : key,
      answer,
    ]),
  );
}

function mapped<T>(all: { readonly [id: string]: T }, become: (one: T) => T): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, become(one)]));
}
