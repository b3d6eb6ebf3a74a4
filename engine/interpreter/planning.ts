import { planTable, type PlannedTable } from '../../definitions/decision/plan-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import {
  plannerFor,
  type PlannedExpression,
  type Planner,
  type TypeEnvironment,
} from '../../definitions/feel/compiler.ts';
import type { Feel } from '../../definitions/flow/base.ts';

/** Where a linker gets the plans of expressions and tables from: reading them takes far longer than linking them. */
export interface Planning {
  expression(source: Feel, types: TypeEnvironment): PlannedExpression;
  table(table: DecisionTable, types: TypeEnvironment): PlannedTable;
}

/** Reads everything anew. */
export const COMPILING: Planning = {
  expression: (source, types) => plannerOver(types).expression(source),
  table: planTable,
};

const planners = new WeakMap<TypeEnvironment, Planner>();

/** Steps of one flow see the same variables: what their expressions share is prepared once. */
function plannerOver(types: TypeEnvironment): Planner {
  const known = planners.get(types);
  if (known !== undefined) return known;
  const planner = plannerFor(types);
  planners.set(types, planner);
  return planner;
}
