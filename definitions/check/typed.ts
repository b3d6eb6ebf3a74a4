import type { Flow } from '../flow/flow.ts';
import type { Json } from '../flow/json.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { FormField, UserTask } from '../flow/user-task.ts';
import type { ValueType } from '../flow/value-type.ts';
import { contextOf, type CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { sitesOf, type ExpressionSite } from './expression-sites.ts';
import type { Change } from './fix.ts';
import type { Issue } from './issue.ts';
import { allOf } from './table-use.ts';
import { wordFor } from './wording.ts';

const TEXT: ValueType = { type: 'text' };

/**
 * Fields in which a person types what they like, and that nothing goes by: as plain values they would stand in the
 * record of the case for good, where a text can be erased.
 */
export function checkTyped(context: CheckContext): readonly Issue[] {
  const known: Known = new Map();
  return [...context.graph.nodes.values()].flatMap((node): readonly Issue[] => {
    if (node.kind !== 'userTask') return [];
    return node.form.flatMap((field, index): readonly Issue[] => {
      if (!isTyped(field) || isGoneBy(context, node, field.name, known)) return [];
      const label = field.label.trim() === '' ? field.name : field.label;
      return [
        {
          code: 'typed into history',
          severity: 'warning',
          place: { flow: context.flow.id, node: node.id, field: pointer('form', index, 'type') },
          message: `What somebody types under “${label}” at ${wordFor(node)} stays in the record of the case for ever, even when the customer asks for it to be erased. Keep it as a text: nothing goes by it.`,
          fix: { title: 'Keep it as a text', changes: asText(context, node, field, index) },
        },
      ];
    });
  });
}

function isTyped({ type }: FormField): boolean {
  return type.type === 'string' && type.allowed === undefined;
}

function asText(
  { variables }: CheckContext,
  { id, result }: UserTask,
  { name }: FormField,
  index: number,
): readonly Change[] {
  const declared = result === undefined ? undefined : lookUp(variables, result);
  const isDeclared = declared?.type === 'context' && Object.hasOwn(declared.fields, name);
  const set = (member: string, value: Json): Change => {
    return { do: 'set', node: id, field: pointer('form', index, member), value };
  };
  return [
    set('type', { ...TEXT }),
    // It is no reply, and need not be as short as one.
    set('channelLength', false),
    ...(isDeclared && result !== undefined
      ? [
          {
            do: 'set variable' as const,
            variable: result,
            field: `/type/fields${pointer(name)}`,
            value: { ...TEXT },
          },
        ]
      : []),
  ];
}

/** Whether a rule, an activity or a person is given what stands in the field, as far as can be told. */
function isGoneBy(context: CheckContext, node: UserTask, field: string, known: Known): boolean {
  const { result, repeat } = node;
  if (repeat?.collect !== undefined) return true;
  return result !== undefined && isRead(context, { variable: result, field, seen: new Set(), known });
}

/** What flows go by, each worked out once. */
type Known = Map<Flow, Readings>;

interface Readings {
  /** By the name of a value, where it or something in it is read. */
  readonly of: ReadonlyMap<string, readonly Reading[]>;
  /** All that the tables say, for names to be looked for in it. */
  readonly tables: string;
}

interface Reading {
  readonly node: FlowNode;
  readonly site: ExpressionSite;
  /** The names from the value onwards; none: the whole of it. */
  readonly fields: readonly string[];
}

function readingsIn(context: CheckContext): Readings {
  const of = new Map<string, Reading[]>();
  for (const node of context.flow.nodes) {
    for (const site of sitesOf(context, node)) {
      for (const { path } of context.compile(site.source, site.types).reads()) {
        const [name = '', ...fields] = path;
        const known = of.get(name) ?? [];
        of.set(name, known);
        known.push({ node, site, fields });
      }
    }
  }
  return { of, tables: context.flow.nodes.map((node) => tableText(context, node)).join(' ') };
}

interface Sought {
  readonly variable: string;
  readonly field: string;
  /** Flows that it was looked for in already. */
  readonly seen: Set<Flow>;
  readonly known: Known;
}

function isRead(context: CheckContext, sought: Sought): boolean {
  const { flow } = context;
  const { variable, field, seen, known } = sought;
  if (seen.has(flow)) return false;
  seen.add(flow);
  if (flow.variables.some(({ name, output }) => name === variable && output === true)) return true;
  const readings = known.get(flow) ?? readingsIn(context);
  known.set(flow, readings);
  if (readings.tables.includes(field)) return true;
  return (readings.of.get(variable) ?? []).some(({ node, site, fields: [first] }) => {
    if (first !== undefined) return first === field;
    // The whole of the answers: a condition only asks whether there are any; a called flow may look into them.
    return !isCondition(site) && !isKeptInCall(context, node, site, sought);
  });
}

function isCondition({ wants }: ExpressionSite): boolean {
  return wants.length === 1 && wants[0]?.type === 'boolean';
}

function isKeptInCall(
  { environment }: CheckContext,
  node: FlowNode,
  { field: at, source }: ExpressionSite,
  sought: Sought,
): boolean {
  if (node.kind !== 'callActivity' || source.trim() !== sought.variable) return false;
  const called = lookUp(environment.flows, node.flow);
  const given = Object.keys(node.input).find((name) => at === `/input${pointer(name)}`);
  if (called === undefined || given === undefined) return false;
  return !isRead(contextOf(called, environment), { ...sought, variable: given });
}

function tableText(context: CheckContext, node: FlowNode): string {
  if (node.kind !== 'businessRuleTask') return '';
  const said = allOf(context.tableUse(node)).map(({ table: { inputs, outputs, rows } }) => [
    inputs.map(({ expression }) => expression),
    outputs.map((output) => output.default),
    rows.map(({ when, then }) => [when, then]),
  ]);
  return said.length === 0 ? '' : JSON.stringify(said);
}
