import type { Json, JsonObject } from '../flow/json.ts';
import type { CompiledTable, TableDecision } from './compile.ts';
import type { DecisionTable } from './table.ts';

/** A table made ready, to decide with others. */
export interface ReadyTable {
  readonly table: DecisionTable;
  readonly compiled: CompiledTable;
}

/** What one of the tables came to, and over which variables. */
export interface DecidedTable extends TableDecision {
  readonly table: DecisionTable;
}

/**
 * Decides by tables that require each other, each after those that it requires and the one that was asked for last
 * (see `requirementsOf`). All see `scope`, and over it what those came to that they require. The answer is what each
 * decided, in their order; it ends with the first that is in error. `before` hears of each, and what it decides over.
 */
export function decideInOrder(
  ready: readonly ReadyTable[],
  scope: JsonObject,
  now: number,
  before: (table: DecisionTable, scope: JsonObject) => void = () => undefined,
): readonly DecidedTable[] {
  const decided: DecidedTable[] = [];
  const values = new Map<string, Json>();
  for (const { table, compiled } of ready) {
    const seen = scopeOf(table, scope, values);
    before(table, seen);
    const decision = compiled.decide(seen, now);
    decided.push({ table, ...decision });
    if (decision.result.error !== undefined) break;
    values.set(table.id, decision.result.value);
  }
  return decided;
}

/** What a table decides over: what is given, and over that what the tables came to that it requires, by their ids. */
export function scopeOf(
  { requires }: Pick<DecisionTable, 'requires'>,
  scope: JsonObject,
  values: ReadonlyMap<string, Json>,
): JsonObject {
  if (requires === undefined) return scope;
  const results = Object.entries(requires).map(([name, id]) => [name, values.get(id) ?? null] as const);
  return { ...scope, ...Object.fromEntries(results) };
}
