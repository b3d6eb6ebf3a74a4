import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Edge, Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import { inFlow, type Command } from './in-flow.ts';
import { newStep, type StepChoice } from './new-step.ts';
import { freeSpot, movedAlong, placedAt, spotNear, STEP, type Spot } from './spot.ts';

/** Where a new step goes: behind a port of a step, into an arrow, or somewhere on the canvas. */
export type StepTarget =
  | { readonly after: { readonly node: string; readonly port: string }; readonly at?: Spot }
  | { readonly into: string }
  | { readonly at: Spot };

/** Puts a new step on the canvas, joined to what it was put behind or into; `id` is the one it will have. */
export function addStep(
  flowId: string,
  choice: StepChoice,
  target: StepTarget,
  { id, newId }: { readonly id: string; readonly newId: () => string },
): Command {
  return (content) => {
    const flow = flowIn(content, flowId);
    if (flow === undefined) return content;
    const ids = [id];
    const room = roomFor(flow, target);
    const { node, table, variable } = newStep(choice, flow, content, {
      ...placedAt(room.flow, room.spot),
      newId: () => ids.pop() ?? newId(),
    });
    const variables = variable === undefined ? flow.variables : [...flow.variables, variable];
    const drawn = joined({ ...flow, variables, nodes: [...room.flow.nodes, node] }, node, target, newId);
    const changed = inFlow(flowId, () => drawn)(content);
    return table === undefined ? changed : { ...changed, tables: { ...changed.tables, [table.id]: table } };
  };
}

/** Where the new step stands, and the flow with room made for it: what it is put before moves on along its row. */
function roomFor(flow: Flow, target: StepTarget): { readonly flow: Flow; readonly spot: Spot } {
  if ('at' in target && target.at !== undefined) return { flow, spot: freeSpot(flow, target.at) };
  const split = splitBy(flow, target);
  const from = nodeOf(flow, 'into' in target ? split[0]?.from.node : fromOf(target));
  if (from === undefined) return { flow, spot: freeSpot(flow, { x: 0, y: 0 }) };
  const { x, y } = from.position;
  const to = nodeOf(flow, split[0]?.to);
  const isRoom = to !== undefined && to.position.y === y && to.position.x - x >= 2 * STEP.x - 40;
  if (isRoom) return { flow, spot: { x: (x + to.position.x) / 2, y } };
  const next = { x: x + STEP.x, y };
  return to === undefined
    ? { flow, spot: spotNear(flow, next) }
    : { flow: movedAlong(flow, from, next), spot: next };
}

function fromOf(target: StepTarget): string | undefined {
  return 'after' in target ? target.after.node : undefined;
}

/** The arrows that a new step comes into. */
function splitBy(flow: Flow, target: StepTarget): readonly Edge[] {
  if ('into' in target) return flow.edges.filter(({ id }) => id === target.into);
  return 'after' in target ? flow.edges.filter(({ from }) => isSamePort(from, target.after)) : [];
}

function nodeOf(flow: Flow, id: string | undefined): FlowNode | undefined {
  return flow.nodes.find((node) => node.id === id);
}

/** What left the port, or ran along the arrow, goes on behind the new step. */
function joined(flow: Flow, node: FlowNode, target: StepTarget, newId: () => string): Flow {
  if ('at' in target && !('after' in target)) return flow;
  const split = splitBy(flow, target);
  if (split.length === 0)
    return 'after' in target
      ? { ...flow, edges: [...flow.edges, edgeTo(target.after, node.id, newId)] }
      : flow;
  const [out] = portsOf(node);
  // An end has no way on: what came behind it is left without a way to it.
  const behind =
    out === undefined ? [] : split.map((edge) => edgeTo({ node: node.id, port: out.port }, edge.to, newId));
  const edges = flow.edges.map((edge) => (split.includes(edge) ? { ...edge, to: node.id } : edge));
  return { ...flow, edges: [...edges, ...behind] };
}

function edgeTo(from: Edge['from'], to: string, newId: () => string): Edge {
  return { id: newId(), from, to };
}

function isSamePort(one: Edge['from'], other: Edge['from']): boolean {
  return one.node === other.node && one.port === other.port;
}
