import { readKey } from '../../../definitions/edit/key.ts';
import type { ChangedItem, ChangedPart } from '../../../definitions/edit/what-changed.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { DrawnChange } from '../../drawing/drawn-step.ts';

/** How the steps and arrows of a flow are marked on its drawings, before and after alike. */
export interface Marks {
  readonly steps: ReadonlyMap<string, DrawnChange>;
  readonly arrows: ReadonlyMap<string, Exclude<DrawnChange, 'moved'>>;
}

/** Marks of a flow by what changed: a step whose table or called flow is another does something else as well. */
export function marksOf(flow: Flow, parts: readonly ChangedPart[], rootId: string): Marks {
  const part = parts.find((one) => isOf(one, flow.id, rootId));
  const tables = idsOf(parts, 'tables');
  const flows = idsOf(parts, 'called');
  const [steps, arrows] = [new Map<string, DrawnChange>(), new Map<string, Exclude<DrawnChange, 'moved'>>()];
  for (const node of flow.nodes) {
    if (part !== undefined && part.became !== 'changed') steps.set(node.id, part.became);
    else if (usesOne(node, tables, flows)) steps.set(node.id, 'changed');
  }
  if (part !== undefined && part.became !== 'changed')
    for (const edge of flow.edges) arrows.set(edge.id, part.became);
  for (const item of part?.items ?? []) {
    const id = idOf(item);
    if (item.list === 'edges' && isChange(item)) arrows.set(id, item.became);
    if (item.list !== 'nodes') continue;
    if (isChange(item)) steps.set(id, item.became);
    else if (!steps.has(id) && standsElsewhere(item)) steps.set(id, 'moved');
  }
  return { steps, arrows };
}

/** The part that a flow is. */
export function isOf(part: ChangedPart, flowId: string, rootId: string): boolean {
  return part.collection === 'flow' ? flowId === rootId : part.collection === 'called' && part.id === flowId;
}

/** What an item is known by in its drawing. */
export function idOf({ key }: ChangedItem): string {
  return readKey(key)?.text ?? key;
}

/** Whether something of it is another, beside where it stands. */
export function isChange({ became, fields }: ChangedItem): boolean {
  return became !== 'changed' || fields.some(({ field }) => field !== 'position');
}

/** Whether it stands elsewhere on the drawing, and does the same. */
export function standsElsewhere(item: ChangedItem): boolean {
  return !isChange(item) && item.fields.some(({ field }) => field === 'position');
}

function idsOf(parts: readonly ChangedPart[], collection: ChangedPart['collection']): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      part.collection === collection && part.became === 'changed' && part.id !== undefined ? [part.id] : [],
    ),
  );
}

function usesOne(node: FlowNode, tables: ReadonlySet<string>, flows: ReadonlySet<string>): boolean {
  if (node.kind === 'businessRuleTask') return 'table' in node.decision && tables.has(node.decision.table);
  return node.kind === 'callActivity' && flows.has(node.flow);
}
