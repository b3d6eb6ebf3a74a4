import type { Scenario, Scenarios } from './scenario.ts';

/** The scenarios for a flow that has another id now: what they say of its steps by that id follows. */
export function keysOfFlow(scenarios: Scenarios, from: string, to: string): Scenarios {
  return rekeyed(
    scenarios,
    keyIn(from, to, () => true),
  );
}

/**
 * The scenarios where some steps of a flow belong to another one now: what they say of these by the flow's id follows.
 * Those that say nothing of them stay the same objects.
 */
export function stepsToFlow(
  scenarios: Scenarios,
  steps: ReadonlySet<string>,
  from: string,
  to: string,
): Scenarios {
  return rekeyed(
    scenarios,
    keyIn(from, to, (step) => steps.has(step)),
  );
}

type Rekey = (key: string) => string;

function keyIn(from: string, to: string, isMeant: (step: string) => boolean): Rekey {
  const before = `${from}/`;
  return (key) => {
    const step = key.startsWith(before) ? key.slice(before.length) : undefined;
    return step === undefined || !isMeant(step) ? key : `${to}/${step}`;
  };
}

function rekeyed(scenarios: Scenarios, rekey: Rekey): Scenarios {
  return mapped(scenarios, (scenario: Scenario) => {
    const { activities, tasks } = scenario;
    const keys = [...Object.keys(activities ?? {}), ...Object.keys(tasks ?? {})];
    if (keys.every((key) => rekey(key) === key)) return scenario;
    return {
      ...scenario,
      ...(activities === undefined ? {} : { activities: withKeys(activities, rekey) }),
      ...(tasks === undefined ? {} : { tasks: withKeys(tasks, rekey) }),
    };
  });
}

function withKeys<T>(answers: { readonly [key: string]: T }, rekey: Rekey): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [rekey(key), answer]));
}

function mapped<T>(all: { readonly [id: string]: T }, become: (one: T) => T): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, become(one)]));
}
