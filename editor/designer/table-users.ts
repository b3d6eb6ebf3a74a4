import { contextOf } from '../../definitions/check/context.ts';
import { allOf, tablesOf } from '../../definitions/check/table-use.ts';
import { environmentOf } from '../../definitions/check/environment.ts';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';

/**
 * Who decides by a table, or by one that requires it: the names of the steps, and what the first of them gives it and
 * all that it decides with, by the tables' ids.
 */
export interface TableUsers {
  readonly steps: readonly string[];
  readonly types: Readonly<Record<string, TypeEnvironment>>;
}

export function usersOf(
  content: DraftContent,
  activities: Readonly<Record<string, ActivityContract>>,
  tableId: string,
): TableUsers {
  const environment = environmentOf({ ...content, activities });
  const uses = [content.flow, ...Object.values(content.called)].flatMap((flow) => {
    const nodes = flow.nodes.flatMap((node) =>
      node.kind === 'businessRuleTask' && tablesOf([node], content.tables).has(tableId) ? [node] : [],
    );
    const context = nodes.length === 0 ? null : contextOf(flow, environment);
    return nodes.map((node) => ({
      name: node.name,
      types: allOf(context?.tableUse(node)).map(({ table, types }) => [table.id, types] as const),
    }));
  });
  return { steps: uses.map(({ name }) => name), types: Object.fromEntries(uses[0]?.types ?? []) };
}
