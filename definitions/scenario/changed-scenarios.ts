import { canonicalJson } from '../flow/canonical.ts';
import type { Scenarios } from './scenario.ts';

/** Names of the stories that are not in one set as they are in another. */
export interface ChangedScenarios {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Which stories came, changed or went, by their names, in the order in which they stand. */
export function changedScenarios(before: Scenarios, after: Scenarios): ChangedScenarios {
  const told = Object.entries(after);
  return {
    added: told.filter(([id]) => !Object.hasOwn(before, id)).map(([, { name }]) => name),
    changed: told
      .filter(([id, story]) => Object.hasOwn(before, id) && !isSame(before[id], story))
      .map(([, { name }]) => name),
    removed: Object.entries(before)
      .filter(([id]) => !Object.hasOwn(after, id))
      .map(([, { name }]) => name),
  };
}

/** Whether all stories are the same. */
export function areSameScenarios(before: Scenarios, after: Scenarios): boolean {
  return isSame(before, after);
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}
