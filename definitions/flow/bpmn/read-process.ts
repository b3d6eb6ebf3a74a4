import { element, elements, foreignAttribute, text, type XmlElement } from '../../decision/dmn/element.ts';
import { OWN_ID } from '../../decision/dmn/type-ref.ts';
import type { Box } from '../../drawing/place.ts';
import { BOUNDS } from '../bounds.ts';
import type { EventArm } from '../event-based-gateway.ts';
import { FLOW_SCHEMA, type Edge, type Flow } from '../flow.ts';
import type { FlowNode } from '../node.ts';
import type { BoundaryEvent } from '../task.ts';
import { arrowsOf, type Leaving } from './read-arrows.ts';
import { nameOf } from './elsewhere.ts';
import { quotedShort, type Leave } from './left-out.ts';
import { lanesOf } from './read-lanes.ts';
import { placedAsDrawn, placedFromElsewhere } from './place-steps.ts';
import { armOf, boundaryOf, cut, readStep } from './read-step.ts';

/** What reading a process asks of the file around it. */
export interface Around {
  readonly leave: Leave;
  /** Where an element is drawn. */
  readonly boxOf: (one: XmlElement) => Box | undefined;
  /** The id of the flow that a call activity or sub-process calls; the flow is read as well. */
  readonly flowCalled: (one: XmlElement) => string;
  /** Whether Earshot drew it, so that places are exact. */
  readonly isOwn: boolean;
}

const GATEWAYS_OF_CONDITIONS = new Set([
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ComplexGateway',
]);

/** A process or sub-process of a BPMN file as a flow. */
export function flowOf(container: XmlElement, id: string, around: Around): Flow {
  const { leave } = around;
  const all = elements(container, 'flowElements');
  const idFor = freshIds();
  const arrows = all.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const leavingOf = grouped(arrows, 'sourceRef');
  const enteringOf = grouped(arrows, 'targetRef');
  const steps = all.filter((one) => isStep(one.$type));
  const known = new Set(steps);
  const attached = steps.filter(({ $type }) => $type === 'bpmn:BoundaryEvent');
  const guards = new Map<XmlElement, XmlElement[]>();
  for (const event of attached) {
    const host = element(event, 'attachedToRef');
    if (host === undefined || !known.has(host))
      leave(
        `The event ${quotedShort(nameOf(event) ?? '')}`,
        'The task that it belongs to is not in the file.',
      );
    else guards.set(host, [...(guards.get(host) ?? []), event]);
  }
  /** Events that a gateway waits for, which become part of it. */
  const armsOf = new Map<XmlElement, readonly XmlElement[]>();
  const isArm = new Set<XmlElement>();
  for (const gateway of steps.filter(({ $type }) => $type === 'bpmn:EventBasedGateway')) {
    const arms = (leavingOf.get(gateway) ?? []).flatMap((arrow) => {
      const to = element(arrow, 'targetRef');
      const isReceiving = to?.$type === 'bpmn:IntermediateCatchEvent' || to?.$type === 'bpmn:ReceiveTask';
      return to !== undefined && isReceiving && enteringOf.get(to)?.length === 1 ? [to] : [];
    });
    armsOf.set(gateway, arms);
    for (const arm of arms) isArm.add(arm);
  }

  const leaving = new Map<XmlElement, Leaving>();
  const entered = new Map<XmlElement, string>();
  const boxes = new Map<string, Box>();
  const nodes: FlowNode[] = [];
  for (const one of steps) {
    if (one.$type === 'bpmn:BoundaryEvent' || isArm.has(one)) continue;
    if (one['triggeredByEvent'] === true) {
      leave(
        `${quotedShort(nameOf(one) ?? '')} with its ${elements(one, 'flowElements').length} parts`,
        'What begins by itself within a flow has no word here.',
      );
      continue;
    }
    nodes.push(nodeOf(one));
  }
  const lanes = lanesOf(container, idFor, leave);
  const laneOf = new Map(
    lanes.flatMap(({ lane, within }) => within.map((one) => [entered.get(one), lane.id])),
  );
  const banded = nodes.map((node): FlowNode => {
    const lane = laneOf.get(node.id);
    return lane === undefined ? node : { ...node, lane };
  });
  const notes = elements(container, 'artifacts').flatMap((one) =>
    one.$type === 'bpmn:TextAnnotation' ? [noteOf(one)] : [],
  );
  const edges = arrowsOf(arrows, { leaving, entered, isArm, idFor, leave });
  const description = documentationOf(container, leave);
  const flow: Flow = {
    schema: FLOW_SCHEMA,
    id,
    name: cut(text(container, 'name') ?? id),
    ...(description !== undefined && { description }),
    variables: [],
    lanes: lanes.map(({ lane }) => lane),
    nodes: [...withWays(banded, edges), ...notes],
    edges: edges.map(({ edge }) => edge),
  };
  const placed = around.isOwn ? placedAsDrawn(flow.nodes, boxes) : placedFromElsewhere(flow, boxes);
  return { ...flow, nodes: placed };

  function sharedOf(one: XmlElement) {
    const own = idFor(foreignAttribute(one, OWN_ID) ?? text(one, 'id') ?? 'step');
    const box = around.boxOf(one);
    if (box !== undefined) boxes.set(own, box);
    const name = text(one, 'name') ?? '';
    if (name.length > BOUNDS.nameCharacters)
      leave(
        `The end of the name ${quotedShort(name)}`,
        `A name has at most ${BOUNDS.nameCharacters} characters.`,
      );
    const documentation = documentationOf(one, leave);
    return {
      id: own,
      name: cut(name),
      position: { x: 0, y: 0 },
      ...(documentation !== undefined && { documentation }),
    };
  }

  function nodeOf(one: XmlElement): FlowNode {
    const shared = sharedOf(one);
    entered.set(one, shared.id);
    const portFor = freshIds();
    portFor('out');
    const portOf = (event: XmlElement): string =>
      portFor(foreignAttribute(event, OWN_ID) ?? text(event, 'id') ?? 'way');
    const isReceiving = isReceiver(one);
    const host = quotedShort(nameOf(one) ?? '');
    const boundary: BoundaryEvent[] = [];
    const arms: EventArm[] = [];
    const received = isReceiving ? [one] : (armsOf.get(one) ?? []);
    for (const event of received) {
      const port = isReceiving ? portFor('message') : portOf(event);
      arms.push(armOf(event, port, leave));
      leaving.set(event, { node: shared.id, port });
      if (event !== one) entered.set(event, shared.id);
    }
    for (const event of guards.get(one) ?? []) {
      const port = portOf(event);
      const isTime = elements(event, 'eventDefinitions')[0]?.$type === 'bpmn:TimerEventDefinition';
      if (arms.length > 0 && isTime && event['cancelActivity'] !== false)
        arms.push(armOf(event, port, leave));
      else {
        const kept = arms.length > 0 ? undefined : boundaryOf(event, port, host, leave);
        if (arms.length > 0)
          leave(`The event ${quotedShort(nameOf(event) ?? '')} of ${host}`, 'A wait has no such way out.');
        if (kept === undefined) continue;
        boundary.push(kept);
      }
      leaving.set(event, { node: shared.id, port });
    }
    if (boundary.length > BOUNDS.ways || arms.length > BOUNDS.ways)
      leave(`What is beyond ${BOUNDS.ways} ways out of ${host}`, 'No step has so many.');
    if (GATEWAYS_OF_CONDITIONS.has(one.$type)) {
      const ways = leavingOf.get(one) ?? [];
      if (one.$type === 'bpmn:InclusiveGateway' && ways.length <= 1) {
        leaving.set(one, { node: shared.id, port: 'out' });
        return { ...shared, kind: 'parallelGateway' };
      }
      if (one.$type !== 'bpmn:ExclusiveGateway')
        leave(
          `${host} lets ${one.$type === 'bpmn:InclusiveGateway' ? 'several ways' : 'ways by rules of its own'} be taken`,
          'A branch here takes the first way whose condition holds.',
        );
      leaving.set(one, {
        node: shared.id,
        ...(element(one, 'default') && { otherwise: element(one, 'default') }),
      });
      return { ...shared, kind: 'exclusiveGateway', branches: [] };
    }
    if (arms.length === 0) leaving.set(one, { node: shared.id, port: 'out' });
    return readStep(
      one,
      shared,
      {
        boundary: boundary.slice(0, BOUNDS.ways),
        arms: arms.slice(0, BOUNDS.ways),
        flow: around.flowCalled(one),
      },
      leave,
    );
  }

  function noteOf(one: XmlElement): FlowNode {
    const { documentation: _, ...shared } = sharedOf(one);
    const said = text(one, 'text') ?? '';
    return { ...shared, kind: 'textAnnotation', text: said.slice(0, BOUNDS.noteCharacters) };
  }
}

/** Branches with their conditions, which stand at arrows in BPMN. */
function withWays(
  nodes: readonly FlowNode[],
  edges: readonly { readonly edge: Edge; readonly condition?: string; readonly isDefault: boolean }[],
): readonly FlowNode[] {
  const ofNode = new Map<string, (typeof edges)[number][]>();
  for (const one of edges) {
    const known = ofNode.get(one.edge.from.node);
    if (known === undefined) ofNode.set(one.edge.from.node, [one]);
    else known.push(one);
  }
  return nodes.map((node) => {
    if (node.kind !== 'exclusiveGateway') return node;
    const ways = ofNode.get(node.id) ?? [];
    // One way on without a condition is the only one there is.
    const only = ways.length === 1 && ways[0]?.condition === undefined ? ways[0] : undefined;
    const other = ways.find(({ isDefault }) => isDefault) ?? only;
    const branches = ways.flatMap(({ edge, condition = '' }) =>
      edge.from.port === other?.edge.from.port
        ? []
        : [{ port: edge.from.port, name: edge.name ?? '', condition }],
    );
    const once = new Map(branches.toReversed().map((branch) => [branch.port, branch]));
    return {
      ...node,
      branches: [...once.values()].toReversed().slice(0, BOUNDS.ways),
      ...(other !== undefined && { defaultPort: other.edge.from.port }),
    };
  });
}

/** Ids that each is given once. */
function freshIds(): (wanted: string) => string {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (wanted) => {
    const base = wanted.slice(0, BOUNDS.idCharacters - 10);
    let id = base;
    for (let number = numbers.get(base) ?? 2; taken.has(id); number += 1) {
      id = `${base}-${number}`;
      numbers.set(base, number + 1);
    }
    taken.add(id);
    return id;
  };
}

function grouped(arrows: readonly XmlElement[], end: string): ReadonlyMap<XmlElement, readonly XmlElement[]> {
  const all = new Map<XmlElement, XmlElement[]>();
  for (const arrow of arrows) {
    const at = element(arrow, end);
    if (at === undefined) continue;
    const known = all.get(at);
    if (known === undefined) all.set(at, [arrow]);
    else known.push(arrow);
  }
  return all;
}

function isStep($type: string): boolean {
  return /(?:Event|Task|Gateway|Activity|Process|Transaction)$/.test($type);
}

/** An event or task that waits for something that is said. */
function isReceiver(one: XmlElement): boolean {
  if (one.$type === 'bpmn:ReceiveTask') return true;
  const [definition] = elements(one, 'eventDefinitions');
  return (
    one.$type === 'bpmn:IntermediateCatchEvent' &&
    /^bpmn:(?:Message|Signal)EventDefinition$/.test(definition?.$type ?? '')
  );
}

function documentationOf(one: XmlElement, leave: Leave): string | undefined {
  const said = elements(one, 'documentation')
    .flatMap((part) => text(part, 'text') ?? [])
    .join('\n\n');
  if (said.length > BOUNDS.noteCharacters)
    leave(
      `The end of what is written about ${quotedShort(nameOf(one) ?? '')}`,
      `A note has at most ${BOUNDS.noteCharacters} characters.`,
    );
  return said === '' ? undefined : said.slice(0, BOUNDS.noteCharacters);
}
