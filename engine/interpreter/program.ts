import type { Flow } from '../../definitions/flow/flow.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Behaviour } from './behaviour.ts';

/** A revision made ready to run: expressions and tables compiled, edges found by node and port. */
export interface Program {
  readonly revision: Revision;
  readonly root: FlowPlan;
  readonly flows: ReadonlyMap<string, FlowPlan>;
  /** Every message that some step of the drawing names; others are not kept. */
  readonly messages: ReadonlySet<string>;
  /**
   * By a message that asks for an answer (a task's `reads`): the messages that answer it from outside (that task's
   * `answeredBy`). What answered an earlier one must not answer a later one.
   */
  readonly answersTo: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface FlowPlan {
  readonly flow: Flow;
  readonly types: { readonly [variable: string]: ValueType };
  /** Every declared variable with its initial value, null where none is drawn. */
  readonly initial: JsonObject;
  readonly nodes: ReadonlyMap<string, NodePlan>;
  readonly joins: readonly NodePlan[];
  /** Answers kept by `reachersOf`; a function of the drawing alone. */
  readonly reachers: Map<string, ReadonlySet<string>>;
}

export interface NodePlan {
  readonly node: FlowNode;
  readonly id: string;
  readonly flow: string;
  readonly drawer: number;
  readonly isJoin: boolean;
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  /** The edge from `out`, where there is exactly one: what almost every step is left by. */
  readonly onward: Way | null;
  readonly comesFrom: readonly string[];
  readonly behaviour: Behaviour;
}

/** An edge, as seen from the port it leaves. */
export interface Way {
  readonly edge: string;
  readonly to: NodePlan;
}

/** The node a called flow, or the root, begins at. Undefined when the flow has none. */
export function startOf(plan: FlowPlan): NodePlan | undefined {
  for (const node of plan.nodes.values()) if (node.node.kind === 'startEvent') return node;
  return undefined;
}
