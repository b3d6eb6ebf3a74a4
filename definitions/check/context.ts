import type { CompiledExpression, TypeEnvironment } from '../feel/compile.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import type { Flow } from '../flow/flow.ts';
import { indexGraph, type GraphIndex } from '../flow/graph-index.ts';
import type { FlowNode } from '../flow/node.ts';
import type { ValueType } from '../flow/value-type.ts';
import { Compiling } from './compiling.ts';
import { lookUp, type Environment } from './environment.ts';
import { tableUseOf, type DecidingUse } from './table-use.ts';

/** One flow and what the rules ask of it again and again, worked out once. */
export interface CheckContext {
  readonly flow: Flow;
  readonly environment: Environment;
  readonly graph: GraphIndex;
  readonly edgeIds: ReadonlySet<string>;
  readonly variables: TypeEnvironment;
  /** What a node's own expressions see: the variables and, in a repeat, the turn's item and its index. */
  turnTypes(node: FlowNode): TypeEnvironment;
  /** What the output mapping of a call sees: the called flow's output variables and `outcome`. Undefined: no such flow. */
  calledOutputs(flowId: string): TypeEnvironment | undefined;
  compile(source: string, types: TypeEnvironment): CompiledExpression;
  /** The table that a step decides by, if it does and the table exists. */
  tableUse(node: BusinessRuleTask): DecidingUse | undefined;
}

export function contextOf(flow: Flow, environment: Environment, compiling = new Compiling()): CheckContext {
  const variables: TypeEnvironment = Object.fromEntries(flow.variables.map(({ name, type }) => [name, type]));
  const turns = new Map<FlowNode, TypeEnvironment>();

  const compile = (source: string, types: TypeEnvironment): CompiledExpression =>
    compiling.expression(source, types);
  const turnTypes = (node: FlowNode): TypeEnvironment => {
    const repeat = 'repeat' in node ? node.repeat : undefined;
    if (repeat === undefined) return variables;
    const types = turns.get(node) ?? {
      ...variables,
      [repeat.as]: itemType(compile(repeat.over, variables).type),
      [`${repeat.as} index`]: { type: 'number' },
    };
    turns.set(node, types);
    return types;
  };

  const outputs = new Map<string, TypeEnvironment>();
  const calledOutputs = (flowId: string): TypeEnvironment | undefined => {
    const called = lookUp(environment.flows, flowId);
    if (called === undefined) return undefined;
    const types = outputs.get(flowId) ?? outputTypes(called);
    outputs.set(flowId, types);
    return types;
  };

  const tables = new Map<BusinessRuleTask, DecidingUse | undefined>();
  const tableUse = (node: BusinessRuleTask): DecidingUse | undefined => {
    if (tables.has(node)) return tables.get(node);
    const seen = turnTypes(node);
    const use = tableUseOf(node, environment, seen, compiling);
    tables.set(node, use);
    return use;
  };

  return {
    flow,
    environment,
    graph: indexGraph(flow),
    edgeIds: new Set(flow.edges.map(({ id }) => id)),
    variables,
    turnTypes,
    calledOutputs,
    compile,
    tableUse,
  };
}

function itemType(list: ValueType): ValueType {
  return list.type === 'list' ? list.of : { type: 'any' };
}

function outputTypes(called: Flow): TypeEnvironment {
  const outputs = called.variables.filter(({ output }) => output === true);
  return Object.fromEntries([
    ...outputs.map(({ name, type }) => [name, type] as const),
    ['outcome', { type: 'string' }] as const,
  ]);
}
