import type { TypeEnvironment } from '../feel/compile.ts';
import type { Feel, Mapping } from '../flow/base.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { TaskExtras } from '../flow/task.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { Wait } from '../flow/wait.ts';
import type { CheckContext } from './context.ts';

/** A place of a node where an expression stands. */
export interface ExpressionSite {
  /** JSON Pointer into the node. */
  readonly field: string;
  readonly source: Feel;
  /** What it sees. */
  readonly types: TypeEnvironment;
  /** Types of which one is wanted; none: anything, a text too. */
  readonly wants: readonly ValueType[];
}

const ANYTHING: readonly ValueType[] = [];
const YES_OR_NO: readonly ValueType[] = [{ type: 'boolean' }];
const DURATION: readonly ValueType[] = [{ type: 'days and time duration' }];
const INSTANT: readonly ValueType[] = [{ type: 'date and time' }];
const LIST: readonly ValueType[] = [{ type: 'list', of: { type: 'any' } }];
const IDS: readonly ValueType[] = [{ type: 'string' }, { type: 'list', of: { type: 'string' } }];
const FACT: readonly ValueType[] = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'date' },
  { type: 'date and time' },
  { type: 'days and time duration' },
];

/** All expressions of a node, in the order of its fields. */
export function sitesOf(context: CheckContext, node: FlowNode): readonly ExpressionSite[] {
  const types = context.variables;
  const turn = context.turnTypes(node);
  switch (node.kind) {
    case 'startEvent':
    case 'endEvent':
    case 'parallelGateway':
    case 'textAnnotation':
      return [];
    case 'exclusiveGateway':
      return node.branches.map(({ condition }, index) => ({
        field: pointer('branches', index, 'condition'),
        source: condition,
        types,
        wants: YES_OR_NO,
      }));
    case 'intermediateCatchEvent':
      return waitSites(node.wait, types, '/wait');
    case 'eventBasedGateway':
      return node.arms.flatMap((arm, index) =>
        arm.on === 'time' ? waitSites(arm.wait, types, pointer('arms', index, 'wait')) : [],
      );
    case 'businessRuleTask': {
      const { decision } = node;
      const own =
        'table' in decision
          ? mappingSites(decision.input ?? {}, turn, '/decision/input')
          : [{ field: '/decision/expression', source: decision.expression, types: turn, wants: ANYTHING }];
      return [...own, ...extraSites(node, types)];
    }
    case 'serviceTask':
      return [...mappingSites(node.input, turn, '/input'), ...extraSites(node, types)];
    case 'callActivity': {
      const called = context.calledOutputs(node.flow);
      return [
        ...mappingSites(node.input, turn, '/input'),
        ...(called === undefined ? [] : mappingSites(node.output, called, '/output')),
        ...extraSites(node, types),
      ];
    }
    case 'userTask':
      return [
        ...node.form.flatMap(({ suggested, type }, index) =>
          optional(pointer('form', index, 'suggested'), suggested, turn, suggestedTypes(type)),
        ),
        ...optional('/assignment/person', node.assignment.person, turn, IDS),
        ...optional('/assignment/team', node.assignment.team, turn, IDS),
        ...optional('/assignment/role', node.assignment.role, turn, IDS),
        ...optional('/due', node.due, turn, [...INSTANT, ...DURATION]),
        ...optional('/priority', node.priority, turn, FACT),
        ...mappingSites(node.show ?? {}, turn, '/show'),
        ...extraSites(node, types),
      ];
  }
}

function extraSites(
  { repeat, boundary = [] }: TaskExtras,
  types: TypeEnvironment,
): readonly ExpressionSite[] {
  return [
    ...optional('/repeat/over', repeat?.over, types, LIST),
    ...optional('/repeat/until', repeat?.until, types, YES_OR_NO),
    ...boundary.flatMap((event, index) =>
      event.kind === 'timer' ? waitSites(event.wait, types, pointer('boundary', index, 'wait')) : [],
    ),
  ];
}

function waitSites(wait: Wait, types: TypeEnvironment, at: string): readonly ExpressionSite[] {
  return wait.kind === 'until'
    ? [{ field: `${at}/at`, source: wait.at, types, wants: INSTANT }]
    : [{ field: `${at}/for`, source: wait.for, types, wants: DURATION }];
}

function mappingSites(mapping: Mapping, types: TypeEnvironment, at: string): readonly ExpressionSite[] {
  return Object.entries(mapping).map(([target, source]) => ({
    field: at + pointer(target),
    source,
    types,
    wants: ANYTHING,
  }));
}

function optional(
  field: string,
  source: Feel | undefined,
  types: TypeEnvironment,
  wants: readonly ValueType[],
): readonly ExpressionSite[] {
  return source === undefined ? [] : [{ field, source, types, wants }];
}

/** What a form suggests for a text may be another text, or plain words made of facts. */
function suggestedTypes(field: ValueType): readonly ValueType[] {
  return field.type === 'text' ? [field, { type: 'string' }] : [field];
}

/** Whether a step's turns call something else by this name. */
export function isHidden(node: FlowNode, name: string): boolean {
  const repeat = 'repeat' in node ? node.repeat : undefined;
  return repeat !== undefined && (repeat.as === name || `${repeat.as} index` === name);
}
