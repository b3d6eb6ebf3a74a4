import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';

/** So many steps are shown; more words find fewer. */
const MOST_FOUND = 30;

/** Steps of a flow that hold all these words, in their names first; in anything that stands in them or in their tables. */
export function stepsHolding(
  flow: Flow,
  { tables }: Pick<DraftContent, 'tables'>,
  wanted: string,
): readonly FlowNode[] {
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return flow.nodes.slice(0, MOST_FOUND);
  const holds = (text: string): boolean => parts.every((part) => text.includes(part));
  const byName = flow.nodes.filter(({ name }) => holds(name.toLowerCase()));
  const known = new Set(byName);
  const byContent = flow.nodes.filter((node) => !known.has(node) && holds(textOf(node, tables)));
  return [...byName, ...byContent].slice(0, MOST_FOUND);
}

function textOf(node: FlowNode, tables: DraftContent['tables']): string {
  const { position: _position, id: _id, ...said } = node;
  const isTable = node.kind === 'businessRuleTask' && 'table' in node.decision;
  const table =
    isTable && Object.hasOwn(tables, node.decision.table) ? tables[node.decision.table] : undefined;
  return JSON.stringify([said, table?.name ?? '', table?.rows ?? []])
    .replaceAll('\\"', '"')
    .toLowerCase();
}
