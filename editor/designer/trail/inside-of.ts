import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Chosen } from '../commands/remove.ts';

/** What lies behind a step: the flow that it calls, or the table that it decides by. */
export type Inside = { readonly step: string; readonly name: string } & (
  { readonly flow: string } | { readonly table: string }
);

/** What lies behind the one step that is chosen; undefined: nothing does, or not one step is. */
export function insideOf(
  flow: Flow,
  { nodes: [only, ...others] }: Pick<Chosen, 'nodes'>,
): Inside | undefined {
  const node = others.length > 0 ? undefined : flow.nodes.find(({ id }) => id === only);
  if (node === undefined) return undefined;
  const step = { step: node.id, name: node.name };
  if (node.kind === 'callActivity') return { ...step, flow: node.flow };
  if (node.kind === 'businessRuleTask' && 'table' in node.decision)
    return { ...step, table: node.decision.table };
  return undefined;
}
