import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import { forking } from '../../../definitions/drawing/arrow-label.ts';
import { actorIn } from '../../drawing/actor.ts';
import { iconIn } from '../../drawing/icon-in.ts';
import { CARD, drawnPlacement } from '../../../definitions/drawing/place.ts';
import { MOST_ROUTED, routeArrows } from '../../../definitions/drawing/route.ts';
import { stepLine } from '../../drawing/step-line.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { DrawnTrial } from '../trial/drawn-trial.ts';
import type { ArrowData, DraftArrow } from './draft-arrow.tsx';
import { glimpseOf } from './glimpse-of.ts';
import { handlesOf } from './handles.ts';
import type { StepData, StepNode } from './step-node.tsx';

/** What steps are drawn from beside themselves. */
export interface DrawnWith {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  /** The worst that is wrong with a step, by its id. */
  readonly troubles: ReadonlyMap<string, 'error' | 'warning'>;
  /** How a trial of it stands, while it is tried. */
  readonly trial?: DrawnTrial | null;
}

/** The steps of a flow on the canvas. Those that are drawn as before stay the same, and need not be drawn again. */
export function canvasSteps(flow: Flow, drawn: DrawnWith, before: StepNode[]): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const steps = flow.nodes.map((node): StepNode => {
    const old = known.get(node.id);
    const data = dataOf(node, drawn);
    const { x, y } = node.position;
    const isSame = old !== undefined && isSameData(old.data, data);
    if (isSame && old.position.x === x && old.position.y === y) return old;
    return {
      ...old,
      id: node.id,
      type: 'step',
      position: { x, y },
      width: CARD.width,
      height: CARD.height,
      // What is known need not be measured: steps that are not in sight need not be drawn for it.
      measured: CARD,
      handles: handlesOf(data.ports),
      ariaLabel: [node.name, data.step.line].filter(Boolean).join(' · '),
      data: isSame ? old.data : data,
    };
  });
  return isSameList(steps, before) ? before : steps;
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}

function dataOf(node: FlowNode, { content, activities, troubles, trial = null }: DrawnWith): StepData {
  const line = stepLine(node, { ...content, activities });
  return {
    step: {
      node,
      actor: actorIn(node, content),
      icon: iconIn(node, activities),
      state: trial?.states.get(node.id) ?? 'plain',
      line,
      isSelected: false,
      badge: 0,
    },
    hasMore: glimpseOf(node, { content, activities }) !== null,
    ports: portsOf(node),
    trouble: troubles.get(node.id) ?? null,
    isShown: trial?.focus === node.id,
    isStop: trial?.stops.has(node.id) ?? false,
  };
}

function isSameData(a: StepData, b: StepData): boolean {
  return (
    a.step.node === b.step.node &&
    a.step.line === b.step.line &&
    a.hasMore === b.hasMore &&
    a.step.actor === b.step.actor &&
    a.step.icon === b.step.icon &&
    a.step.state === b.step.state &&
    a.isShown === b.isShown &&
    a.isStop === b.isStop &&
    a.trouble === b.trouble
  );
}

/** The arrows of a flow on the canvas; those that go as before stay the same. */
export function canvasArrows(
  flow: Flow,
  before: DraftArrow[],
  trial: DrawnTrial | null = null,
): DraftArrow[] {
  const arrows = flow.edges.map(({ id, from, to }) => ({ id, from: from.node, to }));
  const ways =
    arrows.length > MOST_ROUTED ? new Map<string, never>() : routeArrows(arrows, drawnPlacement(flow));
  const forked = forking(ways);
  const nodes = Object.fromEntries(flow.nodes.map((node) => [node.id, node]));
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const drawn = flow.edges.map((edge): DraftArrow => {
    const source = lookUp(nodes, edge.from.node);
    const port = source && portsOf(source).find((one) => one.port === edge.from.port);
    const data = {
      points: ways.get(edge.id) ?? null,
      label: edge.name ?? (port?.what === 'default' ? drawingWords.designer.otherwise : port?.name) ?? '',
      forks: forked.has(edge.id),
      went: wentAlong(edge.id, trial),
      isMoved: false,
    };
    const ariaLabel = drawingWords.designer.arrow(
      source?.name ?? '',
      lookUp(nodes, edge.to)?.name ?? '',
      data.label,
    );
    const old = known.get(edge.id);
    if (
      old?.data !== undefined &&
      old.source === edge.from.node &&
      old.target === edge.to &&
      old.ariaLabel === ariaLabel &&
      isSameArrow(old.data, data)
    )
      return old;
    return { ...old, id: edge.id, type: 'arrow', source: edge.from.node, target: edge.to, ariaLabel, data };
  });
  return isSameList(drawn, before) ? before : drawn;
}

function isSameArrow(a: ArrowData, b: ArrowData): boolean {
  return (
    a.label === b.label &&
    a.forks === b.forks &&
    a.went === b.went &&
    a.isMoved === b.isMoved &&
    isSameWay(a.points, b.points)
  );
}

function isSameWay(a: ArrowData['points'], b: ArrowData['points']): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every(({ x, y }, n) => x === b[n]?.x && y === b[n].y);
}

function wentAlong(edge: string, trial: DrawnTrial | null): 'now' | 'before' | null {
  if (trial?.just.has(edge) === true) return 'now';
  return trial?.taken.has(edge) === true ? 'before' : null;
}
