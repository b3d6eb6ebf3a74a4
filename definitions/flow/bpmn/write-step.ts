import type { BpmnModdle } from 'bpmn-moddle';
import { newElement, put, type XmlElement } from '../../decision/dmn/element.ts';
import type { Box } from '../../drawing/place.ts';
import type { Feel } from '../base.ts';
import type { FlowNode } from '../node.ts';
import type { TaskExtras } from '../task.ts';
import type { Wait } from '../wait.ts';
import { fitText } from './fit-text.ts';
import { FEEL_LANGUAGE, OWN_NAMESPACE } from './own-names.ts';
import { armBox, boundaryBox, shapeOf } from './shapes.ts';

/** Makes elements of one BPMN file. */
export interface Maker {
  readonly moddle: BpmnModdle;
  /** An id that no other element of the file has, and ours beside it where XML cannot have it. */
  readonly idFor: (wanted: string, kind: string) => { readonly id: string };
  /** The error of the file that has this code. */
  readonly errorOf: (code: string) => XmlElement;
  readonly messageOf: (name: string) => XmlElement;
  /** The id of the process that a flow became. */
  readonly processOf: (flowId: string) => string;
}

export interface Shape {
  readonly element: XmlElement;
  readonly box: Box;
}

/** A step as BPMN elements. */
export interface WrittenStep {
  readonly node: FlowNode;
  readonly main: Shape;
  /** Boundary events, and what a gateway waits for. */
  readonly beside: readonly Shape[];
  /** What an arrow leaves by a port; of a port that is not there, nothing. */
  readonly leaves: ReadonlyMap<string, Shape>;
  readonly conditions: ReadonlyMap<string, Feel>;
}

const TYPES = {
  startEvent: 'bpmn:StartEvent',
  endEvent: 'bpmn:EndEvent',
  businessRuleTask: 'bpmn:BusinessRuleTask',
  exclusiveGateway: 'bpmn:ExclusiveGateway',
  parallelGateway: 'bpmn:ParallelGateway',
  serviceTask: 'bpmn:ServiceTask',
  userTask: 'bpmn:UserTask',
  intermediateCatchEvent: 'bpmn:IntermediateCatchEvent',
  eventBasedGateway: 'bpmn:EventBasedGateway',
  callActivity: 'bpmn:CallActivity',
  textAnnotation: 'bpmn:TextAnnotation',
} as const satisfies Record<FlowNode['kind'], string>;

const NO_CONDITIONS: ReadonlyMap<string, Feel> = new Map();

export function writeStep(node: FlowNode, maker: Maker): WrittenStep {
  const { moddle } = maker;
  const element = newElement(moddle, TYPES[node.kind], {
    ...maker.idFor(node.id, 'step'),
    ...(node.kind !== 'textAnnotation' && { name: fitText(node.name) }),
    ...documented(node.documentation, moddle),
  });
  const main: Shape = { element, box: shapeOf(node) };
  const step = (
    leaves: readonly (readonly [string, Shape])[],
    beside: readonly Shape[] = [],
    conditions = NO_CONDITIONS,
  ): WrittenStep => ({ node, main, beside, leaves: new Map(leaves), conditions });
  const out = ['out', main] as const;
  switch (node.kind) {
    case 'textAnnotation':
      put(element, 'text', fitText(node.text === '' ? node.name : node.text));
      return step([]);
    case 'endEvent':
      if (node.terminate === true)
        put(element, 'eventDefinitions', [newElement(moddle, 'bpmn:TerminateEventDefinition')]);
      return step([]);
    case 'startEvent':
    case 'parallelGateway':
      return step([out]);
    case 'intermediateCatchEvent':
      put(element, 'eventDefinitions', [timer(node.wait, moddle)]);
      return step([out]);
    case 'exclusiveGateway': {
      const { branches, defaultPort } = node;
      const conditions = new Map(
        branches.flatMap(({ port, condition }) => (port === defaultPort ? [] : [[port, condition] as const])),
      );
      const ports = [
        ...branches.map(({ port }) => port),
        ...(defaultPort === undefined ? [] : [defaultPort]),
      ];
      return step(
        ports.map((port) => [port, main] as const),
        [],
        conditions,
      );
    }
    case 'eventBasedGateway': {
      const arms = node.arms.map((arm, at): readonly [string, Shape] => {
        const definition =
          arm.on === 'time'
            ? timer(arm.wait, moddle)
            : newElement(moddle, 'bpmn:MessageEventDefinition', { messageRef: maker.messageOf(arm.message) });
        const caught = newElement(moddle, 'bpmn:IntermediateCatchEvent', {
          ...maker.idFor(arm.port, `${node.id}-arm`),
          name: fitText(arm.name),
          eventDefinitions: [definition],
        });
        return [arm.port, { element: caught, box: armBox(node, at, node.arms.length) }];
      });
      return step(
        arms,
        arms.map(([, shape]) => shape),
      );
    }
    case 'callActivity':
      put(element, 'calledElement', maker.processOf(node.flow));
      break;
    case 'businessRuleTask':
    case 'serviceTask':
    case 'userTask':
      break;
  }
  repeats(element, node, moddle);
  const boundary = (node.boundary ?? []).map((event, at): readonly [string, Shape] => {
    const { code = '' } = event.kind === 'error' ? event : {};
    const definition =
      event.kind === 'timer'
        ? timer(event.wait, moddle)
        : newElement(
            moddle,
            'bpmn:ErrorEventDefinition',
            code === '' ? {} : { errorRef: maker.errorOf(code) },
          );
    const attached = newElement(moddle, 'bpmn:BoundaryEvent', {
      ...maker.idFor(event.id, `${node.id}-at`),
      name: fitText(event.name),
      attachedToRef: element,
      ...(event.kind === 'timer' && !event.interrupting && { cancelActivity: false }),
      eventDefinitions: [definition],
    });
    return [event.id, { element: attached, box: boundaryBox(main.box, at) }];
  });
  return step(
    [...boundary, out],
    boundary.map(([, shape]) => shape),
  );
}

/** An expression of FEEL. */
export function feel(source: Feel, moddle: BpmnModdle): XmlElement {
  return newElement(moddle, 'bpmn:FormalExpression', { body: fitText(source), language: FEEL_LANGUAGE });
}

export function documented(text: string | undefined, moddle: BpmnModdle): object {
  if (text === undefined || text === '') return {};
  return { documentation: [newElement(moddle, 'bpmn:Documentation', { text: fitText(text) })] };
}

/** What Earshot keeps beside what BPMN says. */
export function kept(name: string, body: string, moddle: BpmnModdle): XmlElement {
  const own = moddle.createAny(name, OWN_NAMESPACE, { $body: body });
  return newElement(moddle, 'bpmn:ExtensionElements', { values: [own] });
}

/** A length of time or a moment that is written down stands as ISO 8601, which every tool reads. */
function timer(wait: Wait, moddle: BpmnModdle): XmlElement {
  const source = wait.kind === 'until' ? wait.at : wait.for;
  const [, iso] = /^\s*(?:duration|date and time)\("([^"\\]+)"\)\s*$/.exec(source) ?? [];
  const said =
    iso === undefined
      ? feel(source, moddle)
      : newElement(moddle, 'bpmn:FormalExpression', { body: fitText(iso) });
  return newElement(moddle, 'bpmn:TimerEventDefinition', {
    [wait.kind === 'until' ? 'timeDate' : 'timeDuration']: said,
  });
}

function repeats(element: XmlElement, { repeat }: TaskExtras, moddle: BpmnModdle): void {
  if (repeat === undefined) return;
  const loop = newElement(moddle, 'bpmn:MultiInstanceLoopCharacteristics', {
    ...(repeat.atMost === 1 && { isSequential: true }),
    loopCardinality: feel(`count(${repeat.over})`, moddle),
    ...(repeat.until !== undefined && { completionCondition: feel(repeat.until, moddle) }),
  });
  put(element, 'loopCharacteristics', loop);
}
