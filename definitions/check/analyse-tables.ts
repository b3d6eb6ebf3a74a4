import { analyseTable, type TableAnalysis } from '../decision/analysis/analyse.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { Flow } from '../flow/flow.ts';
import { calledFlows } from './calls.ts';
import { contextOf } from './context.ts';
import { lookUp, type Environment } from './environment.ts';
import { allOf } from './table-use.ts';

/** What the analysis of a table finds, given what steps of a flow give it. */
export interface AnalysedTable {
  readonly table: DecisionTable;
  /** The steps that give it what makes the analysis come out so. */
  readonly usedBy: readonly { readonly flow: Flow; readonly node: BusinessRuleTask }[];
  readonly analysis: TableAnalysis;
}

/**
 * Analyses each table that a flow, or one that it calls, decides by: once where the steps that use it give it the same.
 * What stands in the way of evaluating a table is `check`'s to say.
 */
export function analyseTables(root: Flow, environment: Environment): readonly AnalysedTable[] {
  const flows = { ...environment.flows, [root.id]: root };
  const found = new Map<string, AnalysedTable>();
  for (const id of new Set([root.id, ...calledFlows(root.id, { ...environment, flows })])) {
    const flow = lookUp(flows, id);
    if (flow === undefined) continue;
    const context = contextOf(flow, { ...environment, flows });
    for (const node of flow.nodes) {
      if (node.kind !== 'businessRuleTask') continue;
      for (const { table, types } of allOf(context.tableUse(node))) {
        const analysis = analyseTable(table, types);
        const key = JSON.stringify([table.id, analysis]);
        const usedBy = [...(found.get(key)?.usedBy ?? []), { flow, node }];
        found.set(key, { table, analysis, usedBy });
      }
    }
  }
  return [...found.values()];
}
