import { bandsOf, EMPTY, type Band } from '../../../definitions/drawing/bands.ts';
import { CARD, drawnPlacement } from '../../../definitions/drawing/place.ts';
import type { Flow, Lane } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { inFlow, type Command } from './in-flow.ts';
import { BETWEEN, GRID } from './spot.ts';

/** The bands of a flow as they are drawn where it is changed: those without steps, too. */
export function drawnBands(flow: Flow): readonly Band[] {
  return bandsOf(flow, drawnPlacement(flow), true);
}

/** Names a band. */
export function nameBand(flowId: string, laneId: string, name: string): Command {
  return inFlow(flowId, (flow) => ({
    ...flow,
    lanes: flow.lanes.map((lane) => (lane.id === laneId && lane.name !== name ? { ...lane, name } : lane)),
  }));
}

/**
 * Puts a new band behind another, or before all (null), and makes room for it: what stands below moves down. The first
 * band that a flow gets is that of all its steps.
 */
export function addBand(flowId: string, lane: Lane, behind: string | null): Command {
  return inFlow(flowId, (flow) => {
    const at = flow.lanes.findIndex(({ id }) => id === behind) + 1;
    const lanes = [...flow.lanes.slice(0, at), lane, ...flow.lanes.slice(at)];
    if (flow.lanes.length === 0)
      return { ...flow, lanes, nodes: flow.nodes.map((node) => ({ ...node, lane: lane.id })) };
    const end = behind === null ? null : borderBelow(flow, behind);
    return { ...(end === null ? flow : movedBelow(flow, end, EMPTY)), lanes };
  });
}

/**
 * Takes a band away. Its steps belong to the one above it then, or to the next, and stay where they stand; where it has
 * none, what stands below moves up into its room.
 */
export function removeBand(flowId: string, laneId: string): Command {
  return inFlow(flowId, (flow) => {
    const at = flow.lanes.findIndex(({ id }) => id === laneId);
    if (at === -1) return flow;
    const lanes = flow.lanes.filter(({ id }) => id !== laneId);
    const heir = lanes[Math.max(0, at - 1)]?.id;
    const closed = isEmpty(flow, laneId) ? closedUp(flow, laneId) : flow;
    return {
      ...closed,
      lanes,
      nodes: closed.nodes.map((node) => (node.lane === laneId ? inLane(node, heir) : node)),
    };
  });
}

/** Lets a band change places with the next that is drawn above or below it, each with all that stands in it. */
export function moveBand(flowId: string, laneId: string, to: 'up' | 'down'): Command {
  return inFlow(flowId, (flow) => {
    const bands = drawnBands(flow);
    const at = bands.findIndex(({ id }) => id === laneId);
    const [upper, lower] = to === 'up' ? [bands[at - 1], bands[at]] : [bands[at], bands[at + 1]];
    if (upper === undefined || lower === undefined) return flow;
    const [up, down] = [-onGrid(upper.height), onGrid(lower.height)];
    return {
      ...flow,
      lanes: flow.lanes.map((lane) => {
        const taken = lane.id === upper.id ? lower.id : lane.id === lower.id ? upper.id : lane.id;
        return flow.lanes.find(({ id }) => id === taken) ?? lane;
      }),
      nodes: flow.nodes.map((node) =>
        isWithin(upper, node) ? shifted(node, down) : isWithin(lower, node) ? shifted(node, up) : node,
      ),
    };
  });
}

/** Moves the lower border of a band, and all that stands below it along; upwards as far as there is room. */
export function moveBorder(flowId: string, laneId: string, by: number): Command {
  return inFlow(flowId, (flow) => {
    const border = borderBelow(flow, laneId);
    if (border === null) return flow;
    return movedBelow(flow, border, Math.max(onGrid(by), -roomAt(flow, laneId, border)));
  });
}

/** So far up the lower border of a band can be moved, in canvas pixels; null: it cannot be moved at all. */
export function roomAbove(flow: Flow, laneId: string): number | null {
  const border = borderBelow(flow, laneId);
  return border === null || isEmpty(flow, laneId) ? null : roomAt(flow, laneId, border);
}

/** Where a band that is drawn ends; null, if it is not drawn or no step stands below it. */
function borderBelow(flow: Flow, laneId: string): number | null {
  const band = drawnBands(flow).find(({ id }) => id === laneId);
  if (band === undefined) return null;
  const border = band.y + band.height;
  const { nodes } = flow;
  const [hasAbove, hasBelow] = [nodes.some(isAbove(border)), !nodes.every(isAbove(border))];
  return hasAbove && hasBelow ? border : null;
}

/** Cards on either side stay as far apart as neighbouring bands are, with `empties` between them. */
function roomAt(flow: Flow, laneId: string, border: number, empties = emptiesAt(flow, laneId)): number {
  const above = flow.nodes.filter(isAbove(border));
  const below = flow.nodes.filter((node) => !isAbove(border)(node));
  const bottom = Math.max(...above.map(({ position }) => position.y + CARD.height));
  const top = Math.min(...below.map(({ position }) => position.y));
  return Math.max(0, Math.floor((top - bottom - BETWEEN - empties * EMPTY) / GRID) * GRID);
}

/** How many bands without steps stand where a band meets the next that has some, itself if it has none. */
function emptiesAt(flow: Flow, laneId: string): number {
  const at = flow.lanes.findIndex(({ id }) => id === laneId);
  const isFilled = ({ id }: Lane): boolean => !isEmpty(flow, id);
  const before = flow.lanes.slice(0, at + 1).findLastIndex(isFilled);
  const after = flow.lanes.findIndex((lane, index) => index > at && isFilled(lane));
  return (after === -1 ? flow.lanes.length : after) - before - 1;
}

function isEmpty({ nodes }: Flow, laneId: string): boolean {
  return !nodes.some(({ lane }) => lane === laneId);
}

function isAbove(border: number): (node: FlowNode) => boolean {
  return ({ position }) => position.y < border;
}

function closedUp(flow: Flow, laneId: string): Flow {
  const border = borderBelow(flow, laneId);
  if (border === null) return flow;
  const room = roomAt(flow, laneId, border, emptiesAt(flow, laneId) - 1);
  return movedBelow(flow, border, -Math.min(EMPTY, room));
}

function movedBelow(flow: Flow, border: number, by: number): Flow {
  if (by === 0) return flow;
  return {
    ...flow,
    nodes: flow.nodes.map((node) => (isAbove(border)(node) ? node : shifted(node, by))),
  };
}

function isWithin({ y, height }: Band, { position }: FlowNode): boolean {
  const middle = position.y + CARD.height / 2;
  return middle >= y && middle < y + height;
}

function shifted(node: FlowNode, by: number): FlowNode {
  const { x, y } = node.position;
  return { ...node, position: { x, y: y + by } };
}

function inLane({ lane: _before, ...node }: FlowNode, lane: string | undefined): FlowNode {
  return lane === undefined ? node : { ...node, lane };
}

function onGrid(by: number): number {
  return Math.round(by / GRID) * GRID;
}
