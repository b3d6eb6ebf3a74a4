import { contextOf, type CheckContext } from '../../../definitions/check/context.ts';
import { sitesOf } from '../../../definitions/check/expression-sites.ts';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

/** One flow of a draft, ready to be asked what its expressions see and yield. */
export function contextIn(
  flow: Flow,
  content: DraftContent,
  contracts: readonly ActivityContract[],
): CheckContext {
  return contextOf(flow, {
    flows: { ...content.called, [content.flow.id]: content.flow, [flow.id]: flow },
    tables: content.tables,
    wordLists: content.wordLists,
    calendars: content.calendars,
    activities: Object.fromEntries(contracts.map((contract) => [contract.name, contract])),
  });
}

/** The values, or the parts of them, that a node's expressions look at: each once, in the order of its fields. */
export function usedNames(context: CheckContext, node: FlowNode): readonly string[] {
  const names = sitesOf(context, node).flatMap(({ source, types }) =>
    context
      .compile(source, types)
      .reads()
      .map(({ name }) => name),
  );
  return [...new Set(names)];
}

/** The other steps of the flow whose expressions look at the same value, as it is or at a part of it. */
export function stepsThatUse(context: CheckContext, name: string, but: FlowNode): readonly string[] {
  const isSame = (other: string): boolean =>
    other === name || other.startsWith(`${name}.`) || name.startsWith(`${other}.`);
  return context.flow.nodes
    .filter((node) => node.id !== but.id && usedNames(context, node).some(isSame))
    .map((node) => node.name);
}
