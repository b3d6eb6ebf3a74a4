import type { CompiledTable } from '../decision/compile.ts';
import {
  requirementsOf,
  withAllRequired,
  withRequired,
  type Requirements,
} from '../decision/requirements.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { TypeEnvironment } from '../feel/compile.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { FlowNode } from '../flow/node.ts';
import type { Compiling } from './compiling.ts';
import { lookUp, type Environment } from './environment.ts';

/** A decision table as one step uses it. */
export interface TableUse {
  readonly table: DecisionTable;
  /** What the step gives it by name. */
  readonly types: TypeEnvironment;
  readonly compiled: CompiledTable;
}

/** A decision table as one step decides by it, with the tables that are decided before it. */
export interface DecidingUse extends TableUse {
  /** Each after those that it requires itself. */
  readonly required: readonly TableUse[];
  /** What of it is there, and what is not or cannot be decided first. */
  readonly requirements: Requirements;
}

/** Ids of the tables that steps decide by, and of all that those require, whether they exist or not. */
export function tablesOf(nodes: readonly FlowNode[], tables: Environment['tables']): ReadonlySet<string> {
  const named = nodes.flatMap((node) =>
    node.kind === 'businessRuleTask' && 'table' in node.decision ? [node.decision.table] : [],
  );
  return withAllRequired(named, tables);
}

/** All tables that a step decides by: those that are decided first, and the one that it names last. */
export function allOf(use: DecidingUse | undefined): readonly TableUse[] {
  return use === undefined ? [] : [...use.required, use];
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
): DecidingUse | undefined {
  if (!('table' in decision)) return undefined;
  const table = lookUp(environment.tables, decision.table);
  if (table === undefined) return undefined;
  const given = Object.entries(decision.input ?? {}).map(
    ([name, source]) => [name, compiling.expression(source, seen).type] as const,
  );
  const all = given.length === 0 ? seen : { ...seen, ...Object.fromEntries(given) };
  const useOf = (one: DecisionTable): TableUse => {
    const types = withRequired(one, all, environment.tables);
    return { table: one, types, compiled: compiling.table(one, types) };
  };
  const requirements = requirementsOf(table, environment.tables);
  return { ...useOf(table), required: requirements.tables.map(useOf), requirements };
}
