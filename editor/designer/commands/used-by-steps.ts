import { tablesOf } from '../../../definitions/check/table-use.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';

/** How many steps of a draft decide by a table, or by one that requires it. */
export function usedBySteps({ flow, called, tables }: DraftContent, tableId: string): number {
  const nodes = [flow, ...Object.values(called)].flatMap((one) => one.nodes);
  return nodes.filter((node) => tablesOf([node], tables).has(tableId)).length;
}
