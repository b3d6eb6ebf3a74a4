import type { Scenarios } from '../../../definitions/scenario/scenario.ts';

/** Whether another story has this name. A story that is kept takes the place of the one that is called the same. */
export function isTakenName(scenarios: Scenarios, name: string, except?: string): boolean {
  return Object.entries(scenarios).some(([id, story]) => id !== except && story.name === name);
}

/** The first of some names that no story has; `named` makes one of a number. */
export function freeName(scenarios: Scenarios, named: (count: number) => string): string {
  for (let count = 1; ; count += 1) if (!isTakenName(scenarios, named(count))) return named(count);
}

/** Stories by name, those of which something is known that differs first. */
export function sortedStories<T extends { readonly name: string }>(
  stories: readonly T[],
  differs: (story: T) => boolean,
): readonly T[] {
  return stories.toSorted(
    (a, b) => Number(differs(b)) - Number(differs(a)) || a.name.localeCompare(b.name, 'en'),
  );
}
