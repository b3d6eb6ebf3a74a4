import { compileTable, type CompiledTable } from '../decision/compile.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { TypeEnvironment } from '../feel/compile.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { ValueType } from '../flow/value-type.ts';
import { lookUp, type Environment } from './environment.ts';

/** A decision table as one step uses it. */
export interface TableUse {
  readonly table: DecisionTable;
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
  typeOf: (source: string) => ValueType,
): TableUse | undefined {
  if (!('table' in decision)) return undefined;
  const table = lookUp(environment.tables, decision.table);
  if (table === undefined) return undefined;
  const given = Object.entries(decision.input ?? {}).map(([name, source]) => [name, typeOf(source)] as const);
  const types = given.length === 0 ? seen : { ...seen, ...Object.fromEntries(given) };
  return { table, compiled: compileTable(table, types) };
}
