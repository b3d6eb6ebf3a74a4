import type { CompiledTable } from '../decision/compile.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { TypeEnvironment } from '../feel/compile.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { Compiling } from './compiling.ts';
import { lookUp, type Environment } from './environment.ts';

/** A decision table as one step uses it. */
export interface TableUse {
  readonly table: DecisionTable;
  /** What the step gives it by name. */
  readonly types: TypeEnvironment;
  readonly compiled: CompiledTable;
}

/**
 * The table that a step decides by, compiled against what the step gives it: what it sees, and over that what it
 * maps. Undefined: it decides by an expression, or by a table that does not exist.
 */
export function tableUseOf(
  { decision }: BusinessRuleTask,
  environment: Environment,
  seen: TypeEnvironment,
  compiling: Compiling,
): TableUse | undefined {
  if (!('table' in decision)) return undefined;
  const table = lookUp(environment.tables, decision.table);
  if (table === undefined) return undefined;
  const given = Object.entries(decision.input ?? {}).map(
    ([name, source]) => [name, compiling.expression(source, seen).type] as const,
  );
  const types = given.length === 0 ? seen : { ...seen, ...Object.fromEntries(given) };
  return { table, types, compiled: compiling.table(table, types) };
}
