import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { plainFacts, type Names } from '../shell/plain-value.ts';
import { spokenName } from '../../definitions/flow/spoken-name.ts';

/** Facts of one thing: what can be said of it, and the names of what it is not. */
export interface FactGroup {
  /** '' for facts that stand alone. */
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly isNot: readonly string[];
}

/**
 * Facts as a reader wants them: those that stand alone first, then each thing with parts as a group of its own. In a
 * group what is false is only named: of twenty signs of a text the three that are there matter.
 */
export function factGroups(facts: JsonObject, now: number, names: Names): readonly FactGroup[] {
  const alone = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (isContext(value) ? [] : [[spokenName(name), value]])),
  );
  const groups = Object.entries(facts).flatMap(([title, value]): FactGroup[] =>
    isContext(value) ? [groupOf(title, value, now, names)] : [],
  );
  return [{ title: '', rows: plainFacts(alone, now, names), isNot: [] }, ...groups].filter(
    ({ rows, isNot }) => rows.length + isNot.length > 0,
  );
}

function groupOf(title: string, parts: JsonObject, now: number, names: Names): FactGroup {
  const spoken = Object.entries(parts).map(([name, value]) => [spokenName(name), value] as const);
  return {
    title: spokenName(title),
    rows: plainFacts(Object.fromEntries(spoken.filter(([, value]) => value !== false)), now, names),
    isNot: spoken.filter(([, value]) => value === false).map(([name]) => name),
  };
}

function isContext(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
