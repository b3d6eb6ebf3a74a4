import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Calendar } from '../../../definitions/flow/calendar.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Edge, Flow, Variable } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { environmentOf } from '../../../definitions/check/environment.ts';
import { calledFlows } from '../../../definitions/check/calls.ts';
import { tablesOf } from '../../../definitions/check/table-use.ts';
import { calendarsOf } from '../../../definitions/check/references.ts';
import { inFlow, type Command } from './in-flow.ts';
import { merged, mergedTables } from './merged-parts.ts';
import { onGrid, placedAt, type Spot } from './spot.ts';

/** What says of a text on the clipboard that it holds steps of a drawing. */
export const STEPS_FORMAT = 'earshot steps';

/** Steps on their way to another place, flow or window, with all that they need there. */
export interface CopiedSteps {
  readonly format: typeof STEPS_FORMAT;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly Edge[];
  readonly variables: readonly Variable[];
  readonly called: Readonly<Record<string, Flow>>;
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly calendars: Readonly<Record<string, Calendar>>;
}

/** Copies steps with the arrows between them, the tables they decide by, the flows they call, and their variables. */
export function copySteps(content: DraftContent, flowId: string, ids: readonly string[]): CopiedSteps | null {
  const flow = flowIn(content, flowId);
  const chosen = new Set(ids);
  const nodes = flow?.nodes.filter(({ id }) => chosen.has(id)) ?? [];
  if (flow === undefined || nodes.length === 0) return null;
  const environment = environmentOf({ ...content, activities: {} });
  const called = new Set(
    nodes.flatMap((node) => (node.kind === 'callActivity' ? [...calledFlows(node.flow, environment)] : [])),
  );
  const flows = Object.fromEntries(Object.entries(content.called).filter(([id]) => called.has(id)));
  const all = [...nodes, ...Object.values(flows).flatMap((one) => one.nodes)];
  const tables = tablesOf(all, content.tables);
  const calendars = new Set(all.flatMap(calendarsOf));
  const kept = <T>(parts: Readonly<Record<string, T>>, used: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(parts).filter(([id]) => used.has(id)));
  const text = JSON.stringify([nodes, kept(content.tables, tables)]);
  return {
    format: STEPS_FORMAT,
    nodes,
    edges: flow.edges.filter(({ from, to }) => chosen.has(from.node) && chosen.has(to)),
    variables: flow.variables.filter(({ name }) => text.includes(JSON.stringify(name).slice(1, -1))),
    called: flows,
    tables: kept(content.tables, tables),
    calendars: kept(content.calendars, calendars),
  };
}

/** Where steps are put, and what their ids will be. */
export interface PastePlace {
  /** Of the top left card; absent: beside where they were copied. */
  readonly at?: Spot;
  /** An id that nothing has yet. */
  readonly newId: () => string;
}

const BESIDE = { x: 24, y: 24 };

/**
 * Puts copied steps into a flow under ids of their own. A table, flow or calendar that stands there already with the
 * same content is shared; one of the same id with another content is put beside it. Variables that are missing are
 * declared. `pasted` hears the ids of the new steps.
 */
export function pasteSteps(
  flowId: string,
  copied: CopiedSteps,
  { at, newId }: PastePlace,
  pasted: (ids: readonly string[]) => void = () => undefined,
): Command {
  return (content) => {
    const parts = broughtAlong(content, copied, newId);
    const ids = new Map(copied.nodes.map(({ id }) => [id, newId()]));
    const left = Math.min(...copied.nodes.map(({ position }) => position.x));
    const top = Math.min(...copied.nodes.map(({ position }) => position.y));
    const shift = at === undefined ? BESIDE : { x: at.x - left, y: at.y - top };
    const changed = inFlow(flowId, (flow) => {
      const nodes = copied.nodes.map((node): FlowNode => {
        const { x, y } = node.position;
        const { lane: _, ...rest } = parts.pointed(node);
        const spot = onGrid({ x: x + shift.x, y: y + shift.y });
        return { ...rest, id: ids.get(node.id) ?? newId(), ...placedAt(flow, spot) };
      });
      const edges = copied.edges.flatMap((edge): Edge[] => {
        const [from, to] = [ids.get(edge.from.node), ids.get(edge.to)];
        return from === undefined || to === undefined
          ? []
          : [{ ...edge, id: newId(), from: { ...edge.from, node: from }, to }];
      });
      const known = new Set(flow.variables.map(({ name }) => name));
      const variables = copied.variables
        .filter(({ name }) => !known.has(name))
        .map(({ input: _input, output: _output, ...variable }): Variable => variable);
      return {
        ...flow,
        variables: [...flow.variables, ...variables],
        nodes: [...flow.nodes, ...nodes],
        edges: [...flow.edges, ...edges],
      };
    })({ ...content, ...parts.content });
    pasted([...ids.values()]);
    return changed;
  };
}

interface BroughtAlong {
  readonly content: Pick<DraftContent, 'called' | 'tables' | 'calendars'>;
  /** The step with the ids that its parts have here. */
  pointed(node: FlowNode): FlowNode;
}

function broughtAlong(content: DraftContent, copied: CopiedSteps, newId: () => string): BroughtAlong {
  const tables = mergedTables(content.tables, copied.tables, newId);
  const calendars = merged(content.calendars, copied.calendars, newId);
  // A flow calls others by id, so those it comes with are led to theirs afterwards.
  const called = merged({ ...content.called, [content.flow.id]: content.flow }, copied.called, newId);
  const pointed = (node: FlowNode): FlowNode => {
    if (node.kind === 'callActivity') return { ...node, flow: called.ids.get(node.flow) ?? node.flow };
    if (node.kind !== 'businessRuleTask' || !('table' in node.decision)) return node;
    const table = tables.ids.get(node.decision.table) ?? node.decision.table;
    return { ...node, decision: { ...node.decision, table } };
  };
  const { [content.flow.id]: _root, ...flows } = called.parts;
  const brought = new Set([...called.ids.values()].filter((id) => !(id in content.called)));
  return {
    pointed,
    content: {
      tables: tables.parts,
      calendars: calendars.parts,
      called: Object.fromEntries(
        Object.entries(flows).map(([id, flow]) => [
          id,
          brought.has(id) ? { ...flow, nodes: flow.nodes.map(pointed) } : flow,
        ]),
      ),
    },
  };
}
