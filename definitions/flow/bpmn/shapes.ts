import { CARD, type Box } from '../../drawing/place.ts';
import type { Point } from '../../drawing/segments.ts';
import type { FlowNode, NodeKind } from '../node.ts';

/**
 * What a kind of step is drawn as in BPMN: a circle or diamond where the middle of our card is, or the card itself. What
 * bears a sign at its lower edge is somewhat higher, so that the sign stands below the name.
 */
const CIRCLE = { width: 36, height: 36 };
const DIAMOND = { width: 44, height: 44 };
const SIGNED = { width: CARD.width, height: 60 };
const SIZES: Record<NodeKind, { readonly width: number; readonly height: number }> = {
  startEvent: CIRCLE,
  endEvent: CIRCLE,
  intermediateCatchEvent: CIRCLE,
  exclusiveGateway: DIAMOND,
  parallelGateway: DIAMOND,
  eventBasedGateway: DIAMOND,
  businessRuleTask: CARD,
  serviceTask: CARD,
  userTask: CARD,
  callActivity: SIGNED,
  textAnnotation: CARD,
};
/** Events at the lower edge of a task, and what a gateway waits for, are small. */
const SMALL = 24;
const BETWEEN = 8;

/** Where, from the corner of its card, the shape of a step begins. */
export function shapeOffset(kind: NodeKind, isSigned = false): Point {
  const { width, height } = isSigned ? SIGNED : SIZES[kind];
  // What a gateway waits for stands right of it, on the same card.
  const x = kind === 'eventBasedGateway' ? 0 : (CARD.width - width) / 2;
  return { x, y: (CARD.height - height) / 2 };
}

/** The shape of a step whose card stands where the author put it. */
export function shapeOf(node: FlowNode): Box {
  const { kind, position } = node;
  const isSigned = 'repeat' in node && node.repeat !== undefined;
  const offset = shapeOffset(kind, isSigned);
  return { x: position.x + offset.x, y: position.y + offset.y, ...(isSigned ? SIGNED : SIZES[kind]) };
}

/** The circle of the so-manieth boundary event of a task: along its lower edge, from the right. */
export function boundaryBox(task: Box, at: number): Box {
  const x = task.x + task.width - (at + 1) * (SMALL + BETWEEN);
  return { x, y: task.y + task.height - SMALL / 2, width: SMALL, height: SMALL };
}

/** The circle of the so-manieth of all things that a gateway waits for: one below the other at the card's right end. */
export function armBox({ position }: FlowNode, at: number, all: number): Box {
  const top = position.y + CARD.height / 2 - (all * (SMALL + BETWEEN) - BETWEEN) / 2;
  return {
    x: position.x + CARD.width - SMALL,
    y: top + at * (SMALL + BETWEEN),
    width: SMALL,
    height: SMALL,
  };
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The point of a box's edge in the direction of another point, level or upright. */
export function edgeTowards(box: Box, { x, y }: Point): Point {
  const middle = middleOf(box);
  const [right, down] = [x - middle.x, y - middle.y];
  if (Math.abs(right) >= Math.abs(down)) return { x: right < 0 ? box.x : box.x + box.width, y: middle.y };
  return { x: middle.x, y: down < 0 ? box.y : box.y + box.height };
}
