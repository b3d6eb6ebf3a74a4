import { nearestName } from '../feel/nearest.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { UserTask } from '../flow/user-task.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import { fits } from './fits.ts';
import type { Issue } from './issue.ts';
import { typeOfSchema } from './schema-type.ts';
import { didYouMean, typeWord, wordFor } from './wording.ts';

/** A value that a node puts into a variable. `wire`: it comes from an activity, as JSON. */
interface Result {
  readonly field: string;
  readonly variable: string;
  readonly type: ValueType;
  readonly wire?: boolean;
}

const ANY: ValueType = { type: 'any' };
const STRING: ValueType = { type: 'string' };
const FAILURE: ValueType = { type: 'context', fields: { code: STRING, activity: STRING } };

/** Results that go into variables which do not exist, or which are declared to hold something else. */
export function checkResults(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) =>
    resultsOf(context, node).flatMap((result) => checkResult(context, node, result)),
  );
}

function checkResult(context: CheckContext, node: FlowNode, result: Result): readonly Issue[] {
  const { flow, variables } = context;
  const { field, variable, type } = result;
  const place = { flow: flow.id, node: node.id, field };
  const declared = lookUp(variables, variable);
  if (declared === undefined) return [unknownVariable(context, node, result)];
  const fit = fits(type, declared, result.wire);
  if (fit === 'yes') return [];
  const holds = `and “${variable}” holds ${fit === 'no' ? '' : 'only '}${typeWord(declared)}.`;
  const message = `${wordFor(node)} yields ${typeWord(type)}, ${holds}`;
  return [{ code: 'type mismatch', severity: fit === 'no' ? 'error' : 'warning', place, message }];
}

function unknownVariable(context: CheckContext, node: FlowNode, { field, variable, type }: Result): Issue {
  const place = { flow: context.flow.id, node: node.id, field };
  if (variable.trim() === '') {
    const message = `${wordFor(node)} does not say which value its result goes into.`;
    return { code: 'unknown variable', severity: 'error', place, message };
  }
  const meant = nearestName(variable, Object.keys(context.variables));
  // The target of a called flow's output is a member's name, which 'set' cannot change.
  const fix =
    meant === undefined || field.startsWith('/output/')
      ? {
          title: `Declare “${variable}”`,
          changes: [{ do: 'add variable' as const, variable: { name: variable, type } }],
        }
      : { title: `Write “${meant}”`, changes: [{ do: 'set' as const, node: node.id, field, value: meant }] };
  const message = `${wordFor(node)}: there is no value “${variable}”.${didYouMean(meant)}`;
  return { code: 'unknown variable', severity: 'error', place, message, fix };
}

/** All that a node puts into variables, in the order of its fields. */
export function resultsOf(context: CheckContext, node: FlowNode): readonly Result[] {
  switch (node.kind) {
    case 'startEvent':
    case 'endEvent':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'intermediateCatchEvent':
    case 'textAnnotation':
      return [];
    case 'eventBasedGateway':
      return node.arms.flatMap((arm, index) =>
        arm.on === 'message' && arm.result !== undefined
          ? [{ field: pointer('arms', index, 'result'), variable: arm.result, type: ANY }]
          : [],
      );
    case 'businessRuleTask': {
      const type = decisionType(context, node);
      return [{ field: '/result', variable: node.result, type }, ...extraResults(node, type)];
    }
    case 'serviceTask': {
      const type = typeOfSchema(lookUp(context.environment.activities, node.activity)?.output);
      const own =
        node.result === undefined ? [] : [{ field: '/result', variable: node.result, type, wire: true }];
      return [...own, ...extraResults(node, type, true)];
    }
    case 'userTask': {
      const type = answersType(node);
      const own = node.result === undefined ? [] : [{ field: '/result', variable: node.result, type }];
      return [...own, ...extraResults(node, type)];
    }
    case 'callActivity': {
      const called = context.calledOutputs(node.flow);
      const own = Object.entries(node.output).map(([variable, source]) => ({
        field: `/output${pointer(variable)}`,
        variable,
        type: called === undefined ? ANY : context.compile(source, called).type,
      }));
      return [...own, ...extraResults(node, ANY)];
    }
  }
}

function decisionType(
  context: CheckContext,
  node: Extract<FlowNode, { kind: 'businessRuleTask' }>,
): ValueType {
  if ('expression' in node.decision)
    return context.compile(node.decision.expression, context.turnTypes(node)).type;
  return context.tableUse(node)?.compiled.type ?? ANY;
}

function answersType(node: UserTask): ValueType {
  const fields = node.form.map(({ name, type }) => [name, type] as const);
  const added = [['answered by', STRING] as const, ['answered elsewhere', { type: 'boolean' }] as const];
  return { type: 'context', fields: Object.fromEntries([...fields, ...added]) };
}

function extraResults(
  node: Extract<FlowNode, { readonly boundary?: unknown }>,
  turn: ValueType,
  wire = false,
): readonly Result[] {
  const collect = node.repeat?.collect;
  const collected: readonly Result[] =
    collect === undefined
      ? []
      : [{ field: '/repeat/collect', variable: collect, type: { type: 'list', of: turn }, wire }];
  const failures = (node.boundary ?? []).flatMap((event, index) =>
    event.kind === 'error' && event.result !== undefined
      ? [{ field: pointer('boundary', index, 'result'), variable: event.result, type: FAILURE }]
      : [],
  );
  return [...collected, ...failures];
}
