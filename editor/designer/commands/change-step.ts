import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import { inFlow, type Command } from './in-flow.ts';
import { onGrid, placedAt, type Spot } from './spot.ts';

/** A step as it is to be. Arrows of ports that it had and has no longer go; what its arrows lacked before stays so. */
export function changeStep(flowId: string, node: FlowNode): Command {
  return inFlow(flowId, (flow) => {
    const before = flow.nodes.find(({ id }) => id === node.id);
    if (before === undefined) return flow;
    const left = new Set(portsOf(node).map(({ port }) => port));
    const gone = new Set(portsOf(before).flatMap(({ port }) => (left.has(port) ? [] : [port])));
    return {
      ...flow,
      nodes: flow.nodes.map((one) => (one === before ? node : one)),
      edges:
        gone.size === 0
          ? flow.edges
          : flow.edges.filter(({ from }) => from.node !== node.id || !gone.has(from.port)),
    };
  });
}

/** Moves steps; a step that comes to stand in another band belongs to it. */
export function moveSteps(flowId: string, to: ReadonlyMap<string, Spot>): Command {
  return inFlow(flowId, (flow) => {
    const moved = flow.nodes.map((node) => {
      const spot = to.get(node.id);
      if (spot === undefined) return node;
      const { x, y } = onGrid(spot);
      if (x === node.position.x && y === node.position.y) return node;
      // The bands as they stood when it was let go: its own follows it otherwise, however far it goes.
      const still = { ...flow, nodes: flow.nodes.filter(({ id }) => !to.has(id)) };
      const { lane = node.lane } = to.size === flow.nodes.length ? node : placedAt(still, spot);
      return { ...node, position: { x, y }, ...(lane === undefined ? {} : { lane }) };
    });
    return moved.every((node, i) => node === flow.nodes[i]) ? flow : { ...flow, nodes: moved };
  });
}

/** Puts steps where they are to stand; they stay in their bands. */
export function placeSteps(flowId: string, to: ReadonlyMap<string, Spot>): Command {
  return inFlow(flowId, (flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => {
      const { x, y } = to.get(node.id) ?? node.position;
      return x === node.position.x && y === node.position.y ? node : { ...node, position: { x, y } };
    }),
  }));
}
