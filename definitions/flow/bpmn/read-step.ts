import {
  element,
  elements,
  foreignAttribute,
  isElement,
  text,
  type XmlElement,
} from '../../decision/dmn/element.ts';
import { BOUNDS } from '../bounds.ts';
import type { EventArm } from '../event-based-gateway.ts';
import type { FlowNode } from '../node.ts';
import type { BoundaryEvent, Repeat } from '../task.ts';
import { nameOf } from './elsewhere.ts';
import { feelOf, waitOf } from './expressions.ts';
import { quotedShort, type Leave } from './left-out.ts';

/** What of other tools' own words is read. */
export const USED_WORDS: ReadonlySet<string> = new Set([
  'zeebe:taskDefinition',
  'zeebe:calledDecision',
  'zeebe:calledElement',
  'zeebe:loopCharacteristics',
  'camunda:topic',
  'camunda:decisionRef',
  'camunda:resultVariable',
  'camunda:collection',
  'camunda:elementVariable',
]);

type Shared = Pick<FlowNode, 'id' | 'name' | 'position' | 'documentation'>;

/** What a step of a BPMN file becomes; `leave` hears what of it does not come along. */
export function readStep(
  one: XmlElement,
  shared: Shared,
  extras: {
    readonly boundary: readonly BoundaryEvent[];
    readonly arms: readonly EventArm[];
    readonly flow: string;
  },
  leave: Leave,
): FlowNode {
  const where = `at ${quotedShort(nameOf(one) ?? '')}`;
  const task = {
    ...shared,
    ...repeatOf(one, where, leave),
    ...(extras.boundary.length > 0 && { boundary: extras.boundary }),
  };
  const activity =
    foreignText(one, 'zeebe:taskDefinition', 'type') ?? foreignAttribute(one, 'camunda:topic') ?? '';
  const became = (what: string, why: string): void =>
    leave(`${quotedShort(nameOf(one) ?? '')} is ${what}`, why);
  switch (one.$type) {
    case 'bpmn:StartEvent':
      for (const definition of elements(one, 'eventDefinitions'))
        became(`begun by ${eventText(definition)}`, 'A case begins with what somebody said.');
      return { ...shared, kind: 'startEvent' };
    case 'bpmn:EndEvent': {
      const definitions = elements(one, 'eventDefinitions');
      const terminate = definitions.some(({ $type }) => $type === 'bpmn:TerminateEventDefinition');
      for (const definition of definitions)
        if (definition.$type !== 'bpmn:TerminateEventDefinition')
          became(`an end with ${eventText(definition)}`, 'An end here is an outcome, and tells nobody.');
      return { ...shared, kind: 'endEvent', ...(terminate && { terminate }) };
    }
    case 'bpmn:IntermediateCatchEvent': {
      const [definition] = elements(one, 'eventDefinitions');
      if (extras.arms.length > 0) return { ...shared, kind: 'eventBasedGateway', arms: extras.arms };
      if (definition?.$type === 'bpmn:TimerEventDefinition')
        return { ...shared, kind: 'intermediateCatchEvent', wait: waitOf(definition, where, leave).wait };
      became(
        `an event of ${definition ? eventText(definition) : 'no kind'}`,
        'It is brought in as a wait, without a time.',
      );
      return { ...shared, kind: 'intermediateCatchEvent', wait: { kind: 'duration', for: '' } };
    }
    case 'bpmn:ReceiveTask':
    case 'bpmn:EventBasedGateway':
      return { ...shared, kind: 'eventBasedGateway', arms: extras.arms };
    case 'bpmn:ParallelGateway':
      return { ...shared, kind: 'parallelGateway' };
    case 'bpmn:UserTask':
      return { ...task, kind: 'userTask', form: [], assignment: {} };
    case 'bpmn:Task':
      became('a task that does not say who does it', 'It is brought in as one that a person is asked for.');
      return { ...task, kind: 'userTask', form: [], assignment: {} };
    case 'bpmn:ManualTask':
      became('done by hand', 'It is brought in as a task that a person says is done.');
      return { ...task, kind: 'userTask', form: [], assignment: {} };
    case 'bpmn:BusinessRuleTask': {
      const table =
        foreignText(one, 'zeebe:calledDecision', 'decisionId') ??
        foreignAttribute(one, 'camunda:decisionRef') ??
        '';
      const result =
        foreignText(one, 'zeebe:calledDecision', 'resultVariable') ??
        foreignAttribute(one, 'camunda:resultVariable') ??
        '';
      return { ...task, kind: 'businessRuleTask', decision: { table: cut(table) }, result: cut(result) };
    }
    case 'bpmn:CallActivity':
    case 'bpmn:SubProcess':
    case 'bpmn:Transaction':
    case 'bpmn:AdHocSubProcess':
      if (one.$type === 'bpmn:Transaction')
        became('a transaction', 'It is brought in as a flow that is called.');
      if (one.$type === 'bpmn:AdHocSubProcess')
        became('done in any order', 'It is brought in as a flow that is called, in the order drawn.');
      return { ...task, kind: 'callActivity', flow: extras.flow, input: {}, output: {} };
    case 'bpmn:ServiceTask':
      return { ...task, kind: 'serviceTask', activity: cut(activity), input: {} };
    case 'bpmn:IntermediateThrowEvent': {
      const [definition] = elements(one, 'eventDefinitions');
      became(
        definition === undefined ? 'an event of no kind' : `an event that throws ${eventText(definition)}`,
        'It is brought in as a step that does something; choose what.',
      );
      return { ...shared, kind: 'serviceTask', activity: '', input: {} };
    }
    default:
      became(
        one.$type === 'bpmn:SendTask'
          ? 'a task that sends'
          : one.$type === 'bpmn:ScriptTask'
            ? 'a script'
            : one.$type,
        'It is brought in as a step that does something; choose what.',
      );
      return { ...task, kind: 'serviceTask', activity: cut(activity), input: {} };
  }
}

/** A boundary event of a task, or nothing if a flow has no word for it. */
export function boundaryOf(
  one: XmlElement,
  id: string,
  host: string,
  leave: Leave,
): BoundaryEvent | undefined {
  const name = cut(text(one, 'name') ?? '');
  const [definition] = elements(one, 'eventDefinitions');
  const where = `at ${quotedShort(nameOf(one) ?? '')} of ${host}`;
  if (definition?.$type === 'bpmn:ErrorEventDefinition') {
    const error = element(definition, 'errorRef');
    const code = text(error, 'errorCode') ?? text(error, 'name');
    return { id, name, kind: 'error', ...(code !== undefined && { code: cut(code) }) };
  }
  if (definition?.$type === 'bpmn:TimerEventDefinition') {
    const { wait, times } = waitOf(definition, where, leave);
    const interrupting = one['cancelActivity'] !== false;
    const again =
      times !== undefined && !interrupting ? { again: { atMost: Math.min(times, BOUNDS.attempts) } } : {};
    return { id, name, kind: 'timer', wait, interrupting, ...again };
  }
  leave(
    `The event ${quotedShort(nameOf(one) ?? '')} (${definition ? eventText(definition) : 'of no kind'}) of ${host}`,
    'A task is left here by an error or by time; where somebody writes meanwhile, draw a wait for the first of several.',
  );
  return undefined;
}

/** What a gateway waits for, of an event or task that receives. */
export function armOf(one: XmlElement, port: string, leave: Leave): EventArm {
  const name = cut(text(one, 'name') ?? '');
  const [definition] = one.$type === 'bpmn:ReceiveTask' ? [one] : elements(one, 'eventDefinitions');
  const where = `at ${quotedShort(nameOf(one) ?? '')}`;
  if (definition?.$type === 'bpmn:TimerEventDefinition')
    return { port, name, on: 'time', wait: waitOf(definition, where, leave).wait };
  const message = element(definition, 'messageRef') ?? element(definition, 'signalRef');
  if (definition !== one && definition?.$type !== 'bpmn:MessageEventDefinition')
    leave(
      `${quotedShort(nameOf(one) ?? '')} waits for ${definition ? eventText(definition) : 'nothing that is said'}`,
      'It is brought in as a wait for a message.',
    );
  return { port, name, on: 'message', message: cut(text(message, 'name') ?? text(one, 'name') ?? '') };
}

function repeatOf(one: XmlElement, where: string, leave: Leave): { readonly repeat?: Repeat } {
  const loop = element(one, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return {};
  const listed =
    foreignText(loop, 'zeebe:loopCharacteristics', 'inputCollection') ??
    foreignAttribute(loop, 'camunda:collection');
  const item =
    foreignText(loop, 'zeebe:loopCharacteristics', 'inputElement') ??
    foreignAttribute(loop, 'camunda:elementVariable');
  const count = element(loop, 'loopCardinality');
  const times = count === undefined ? '' : feelOf(count, where, leave);
  const over = listed?.replace(/^=\s*/, '') ?? (times === '' ? '' : `for i in 1..(${times}) return i`);
  const until = element(loop, 'completionCondition');
  return {
    repeat: {
      over: over.slice(0, BOUNDS.feelCharacters),
      as: cut(item ?? 'item'),
      atMost: loop['isSequential'] === true ? 1 : BOUNDS.atOnce,
      ...(until !== undefined && { until: feelOf(until, where, leave) }),
    },
  };
}

/** The attribute of an element that another tool put into an element of BPMN. */
export function foreignText(one: XmlElement, type: string, attribute: string): string | undefined {
  const values = element(one, 'extensionElements')?.['values'];
  for (const value of Array.isArray(values) ? values : [])
    if (isElement(value) && value.$type === type) return text(value, attribute);
  return undefined;
}

/** 'bpmn:SignalEventDefinition' → 'a signal'. */
function eventText({ $type }: XmlElement): string {
  const plain = $type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
  return `${/^[aeiou]/.test(plain) ? 'an' : 'a'} ${plain}`;
}

export function cut(name: string): string {
  return name.slice(0, BOUNDS.nameCharacters);
}
