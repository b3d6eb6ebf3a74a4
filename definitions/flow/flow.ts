import type { FlowNode } from './node.ts';
import type { Json } from './json.ts';
import type { ValueType } from './value-type.ts';

/** The newest form of a flow's JSON that this Earshot reads. */
export const FLOW_SCHEMA = 1;

/** A drawing: what an analyst draws and the interpreter executes. Nodes and edges are known by id, never by name. */
export interface Flow {
  readonly schema: typeof FLOW_SCHEMA;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly variables: readonly Variable[];
  readonly lanes: readonly Lane[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly Edge[];
}

/** A named, typed value of a run. `input`: set by who starts or calls the flow. `output`: readable by the caller at the end. */
export interface Variable {
  readonly name: string;
  readonly type: ValueType;
  readonly initial?: Json;
  readonly input?: boolean;
  readonly output?: boolean;
  readonly description?: string;
}

/** A band of the drawing (Hear, Know, Decide, …), from top to bottom in this order. */
export interface Lane {
  readonly id: string;
  readonly name: string;
}

/** An arrow. `from.port` is one of the ports that the node's kind offers; most have only `out`. */
export interface Edge {
  readonly id: string;
  readonly from: { readonly node: string; readonly port: string };
  readonly to: string;
  readonly name?: string;
}
