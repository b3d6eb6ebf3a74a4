import { planTable, type PlannedTable } from '../../definitions/decision/plan-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import {
  plannerFor,
  type PlannedExpression,
  type Planner,
  type TypeEnvironment,
} from '../../definitions/feel/compiler.ts';
import type { Feel } from '../../definitions/flow/base.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';

/** Where a linker gets the plans of expressions and tables from: reading them takes far longer than linking them. */
export interface Planning {
  expression(source: Feel, types: TypeEnvironment): PlannedExpression;
  table(table: DecisionTable, types: TypeEnvironment): PlannedTable;
  /** Hears of each decision of a table, before it is made; absent: nobody listens. */
  readonly decides?: (decision: TableDecided) => void;
}

/** A table as it stands at a step, and what it decides over. */
export interface TableDecided {
  readonly table: DecisionTable;
  readonly types: TypeEnvironment;
  readonly scope: JsonObject;
  readonly now: number;
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
