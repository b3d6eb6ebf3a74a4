import { forking, labelPlace } from '../../drawing/arrow-label.ts';
import { bandsOf } from '../../drawing/bands.ts';
import { CARD, drawnPlacement, type Box } from '../../drawing/place.ts';
import type { Point } from '../../drawing/segments.ts';
import type { BpmnModdle } from 'bpmn-moddle';
import { newElement, put, text, type XmlElement } from '../../decision/dmn/element.ts';
import type { Edge, Flow } from '../flow.ts';
import type { FlowNode } from '../node.ts';
import { portsOf } from '../ports.ts';
import { fitText } from './fit-text.ts';
import { OWN_ID } from '../../decision/dmn/type-ref.ts';
import { OWN_PORT } from './own-names.ts';
import { drawnWays, wayBetween } from './ways.ts';
import { documented, feel, writeStep, type Maker, type Shape, type WrittenStep } from './write-step.ts';

/** How arrows are drawn: as on our drawing, or the shortest way. */
export type Ways = 'drawn' | 'shortest';

/** A flow as a BPMN process, with what is drawn of it. */
export interface WrittenProcess {
  /** The process, and the pool around it if it has bands. */
  readonly roots: readonly XmlElement[];
  readonly process: XmlElement;
  readonly diagram: XmlElement;
}

interface Drawn {
  readonly element: XmlElement;
  readonly points: readonly Point[];
  /** It begins as one with others, so its words stand where it ends. */
  readonly forks: boolean;
}

/** What BPMN can say of a flow; arrows that begin or end nowhere are nothing that it has words for. */
export function writeProcess(flow: Flow, maker: Maker, ways: Ways): WrittenProcess {
  const { moddle } = maker;
  const process = newElement(moddle, 'bpmn:Process', {
    id: maker.processOf(flow.id),
    [OWN_ID]: fitText(flow.id),
    name: fitText(flow.name),
    isExecutable: false,
    ...documented(flow.description, moddle),
  });
  const steps = flow.nodes.map((node) => writeStep(node, maker));
  const known = new Map<string, WrittenStep>();
  for (const step of steps) if (!known.has(step.node.id)) known.set(step.node.id, step);
  const arrows = arrowsOf(flow, known, maker, ways);
  const withinGateways = steps.flatMap((step) => toArms(step, maker));
  const isNote = ({ node }: WrittenStep): boolean => node.kind === 'textAnnotation';
  const lanes = lanesOf(
    flow,
    steps.filter((step) => !isNote(step)),
    maker,
  );
  if (lanes.length > 0)
    put(process, 'laneSets', [
      newElement(moddle, 'bpmn:LaneSet', {
        ...maker.idFor(`${flow.id}-lanes`, 'lanes'),
        lanes: lanes.map(({ element }) => element),
      }),
    ]);
  const own = steps.filter((step) => !isNote(step));
  put(process, 'flowElements', [
    ...own.flatMap(({ main, beside }) => [main.element, ...beside.map(({ element }) => element)]),
    ...[...withinGateways, ...arrows].map(({ element }) => element),
  ]);
  put(
    process,
    'artifacts',
    steps.filter(isNote).map(({ main }) => main.element),
  );

  const pool = poolAround(flow, process, lanes, maker);
  const shapes = [...pool.shapes, ...steps.flatMap(({ main, beside }) => [main, ...beside])].map((shape) =>
    drawnShape(shape, maker),
  );
  const edges = [...withinGateways, ...arrows].map((drawn) => drawnEdge(drawn, maker));
  const plane = newElement(moddle, 'bpmndi:BPMNPlane', {
    ...maker.idFor(`plane-${flow.id}`, 'plane'),
    bpmnElement: pool.root ?? process,
    planeElement: [...shapes, ...edges],
  });
  const diagram = newElement(moddle, 'bpmndi:BPMNDiagram', {
    ...maker.idFor(`diagram-${flow.id}`, 'diagram'),
    plane,
  });
  return { roots: pool.root === undefined ? [process] : [pool.root, process], process, diagram };
}

function arrowsOf(
  flow: Flow,
  steps: ReadonlyMap<string, WrittenStep>,
  maker: Maker,
  kind: Ways,
): readonly Drawn[] {
  const ways: ReadonlyMap<string, readonly Point[]> = kind === 'drawn' ? drawnWays(flow) : new Map();
  const forked = forking(ways);
  return flow.edges.flatMap((edge, at): Drawn[] => {
    const from = steps.get(edge.from.node);
    const source = from?.leaves.get(edge.from.port);
    const to = steps.get(edge.to);
    if (from === undefined || source === undefined || to === undefined) return [];
    if (to.node.kind === 'textAnnotation') return [];
    const element = newElement(maker.moddle, 'bpmn:SequenceFlow', {
      ...maker.idFor(edge.id, 'arrow'),
      ...named(edge, from.node),
      ...(from.node.kind === 'exclusiveGateway' && { [OWN_PORT]: fitText(edge.from.port) }),
    });
    const condition = from.conditions.get(edge.from.port);
    if (condition !== undefined) put(element, 'conditionExpression', feel(condition, maker.moddle));
    connect(element, source.element, to.main.element);
    const { node } = from;
    if (node.kind === 'exclusiveGateway' && node.defaultPort === edge.from.port)
      put(source.element, 'default', element);
    const points = wayBetween(
      { box: source.box, card: cardOf(from.node) },
      { box: to.main.box, card: cardOf(to.node) },
      ways.get(String(at)),
    );
    const forks = source !== from.main || forked.has(String(at));
    return [{ element, points, forks }];
  });
}

/** From a gateway to each event that it waits for. */
function toArms({ node, main, beside }: WrittenStep, maker: Maker): readonly Drawn[] {
  if (node.kind !== 'eventBasedGateway') return [];
  return beside.map(({ element: arm, box }, at) => {
    const element = newElement(
      maker.moddle,
      'bpmn:SequenceFlow',
      maker.idFor(`${node.id}-to-${at + 1}`, 'arrow'),
    );
    connect(element, main.element, arm);
    const [a, b] = [
      { x: main.box.x + main.box.width, y: main.box.y + main.box.height / 2 },
      { x: box.x, y: box.y + box.height / 2 },
    ];
    const x = (a.x + b.x) / 2;
    const points = a.y === b.y ? [a, b] : [a, { x, y: a.y }, { x, y: b.y }, b];
    return { element, points, forks: false };
  });
}

function connect(arrow: XmlElement, source: XmlElement, target: XmlElement): void {
  put(arrow, 'sourceRef', source);
  put(arrow, 'targetRef', target);
  add(source, 'outgoing', arrow);
  add(target, 'incoming', arrow);
}

function add(to: XmlElement, property: string, one: XmlElement): void {
  const all: unknown = Reflect.get(to, property);
  if (Array.isArray(all)) all.push(one);
  else put(to, property, [one]);
}

/** What the drawing writes beside an arrow; an event says its name itself. */
function named(edge: Edge, from: FlowNode): { readonly name?: string } {
  const ofPort = portsOf(from).find(({ port }) => port === edge.from.port)?.name ?? '';
  const said = edge.name ?? ofPort;
  const isSaidAlready = from.kind !== 'exclusiveGateway' && said === ofPort;
  return said === '' || isSaidAlready ? {} : { name: fitText(said) };
}

function cardOf({ position }: FlowNode): Box {
  return { ...position, ...CARD };
}

interface LaneShape {
  readonly id: string;
  readonly element: XmlElement;
}

function lanesOf(flow: Flow, steps: readonly WrittenStep[], maker: Maker): readonly LaneShape[] {
  return flow.lanes.map(({ id, name }, at) => {
    const isFirst = flow.lanes.findIndex((other) => other.id === id) === at;
    const within = isFirst ? steps.filter(({ node }) => node.lane === id) : [];
    const element = newElement(maker.moddle, 'bpmn:Lane', {
      ...maker.idFor(id, 'lane'),
      name: fitText(name),
      flowNodeRef: within.flatMap(({ main, beside }) => [main, ...beside].map((shape) => shape.element)),
    });
    return { id, element };
  });
}

/** BPMN draws lanes within a pool alone. None where the bands of a flow do not stand below one another. */
function poolAround(
  flow: Flow,
  process: XmlElement,
  lanes: readonly LaneShape[],
  { moddle, idFor }: Maker,
): { readonly root?: XmlElement; readonly shapes: readonly Shape[] } {
  const bands = bandsOf(flow, drawnPlacement(flow));
  const first = bands[0];
  const last = bands.at(-1);
  if (first === undefined || last === undefined) return { shapes: [] };
  const pool = newElement(moddle, 'bpmn:Participant', {
    ...idFor(`pool-${flow.id}`, 'pool'),
    name: fitText(flow.name),
    processRef: process,
  });
  const root = newElement(moddle, 'bpmn:Collaboration', {
    ...idFor(`pools-${flow.id}`, 'pools'),
    participants: [pool],
  });
  const title = 30;
  const height = last.y + last.height - first.y;
  const whole = { x: first.x - title, y: first.y, width: first.width + title, height };
  const strips = bands.flatMap(({ id, x, y, width, height: high }): Shape[] => {
    const element = lanes.find((lane) => lane.id === id)?.element;
    return element === undefined ? [] : [{ element, box: { x, y, width, height: high } }];
  });
  return { root, shapes: [{ element: pool, box: whole }, ...strips] };
}

function drawnShape({ element, box }: Shape, { moddle, idFor }: Maker): XmlElement {
  const isStrip = element.$type === 'bpmn:Participant' || element.$type === 'bpmn:Lane';
  return newElement(moddle, 'bpmndi:BPMNShape', {
    ...shapeId(element, idFor),
    bpmnElement: element,
    ...(isStrip && { isHorizontal: true }),
    ...(element.$type === 'bpmn:ExclusiveGateway' && { isMarkerVisible: true }),
    bounds: newElement(moddle, 'dc:Bounds', box),
    ...labelled(element, isGateway(element) ? aboveOf(box, element) : undefined, moddle),
  });
}

function drawnEdge(drawn: Drawn, { moddle, idFor }: Maker): XmlElement {
  const { element, points } = drawn;
  return newElement(moddle, 'bpmndi:BPMNEdge', {
    ...shapeId(element, idFor),
    bpmnElement: element,
    waypoint: points.map(({ x, y }) => newElement(moddle, 'dc:Point', { x, y })),
    ...labelled(element, besideOf(drawn, element), moddle),
  });
}

function isGateway({ $type }: XmlElement): boolean {
  return $type.endsWith('Gateway');
}

const LINE = 14;
const CHARACTER = 6.5;
/** Somewhat more than the letters take: what does not fit is broken. */
const widthOf = (element: XmlElement): number => 8 + (text(element, 'name') ?? '').length * CHARACTER;

/** Where the name of a gateway stands: above it, for ways leave below. */
function aboveOf(box: Box, element: XmlElement): Box {
  const width = widthOf(element);
  return { x: box.x + box.width / 2 - width / 2, y: box.y - LINE - 2, width, height: LINE };
}

/** Where the words of an arrow stand, as on the drawing. */
function besideOf({ points, forks }: Drawn, element: XmlElement): Box {
  const { x, y, anchor } = labelPlace(points, text(element, 'name') ?? '', forks);
  const width = widthOf(element);
  return { x: anchor === 'middle' ? x - width / 2 : x, y: y - LINE + 3, width, height: LINE };
}

function labelled(element: XmlElement, box: Box | undefined, moddle: BpmnModdle): object {
  if (box === undefined || text(element, 'name') === undefined) return {};
  return { label: newElement(moddle, 'bpmndi:BPMNLabel', { bounds: newElement(moddle, 'dc:Bounds', box) }) };
}

function shapeId(element: XmlElement, idFor: Maker['idFor']): { readonly id: string } {
  const { id } = idFor(`${String(element['id'])}_di`, 'di');
  return { id };
}
