import { z } from 'zod';
import { IdSchema, NameSchema, NoteSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { FLOW_SCHEMA } from './flow.ts';
import { JsonSchema } from './json.schema.ts';
import { FlowNodeSchema } from './node.schema.ts';
import { ValueTypeSchema } from './value-type.schema.ts';

export const VariableSchema = z.strictObject({
  name: NameSchema,
  type: ValueTypeSchema,
  initial: JsonSchema.exactOptional(),
  input: z.boolean().exactOptional(),
  output: z.boolean().exactOptional(),
  description: NoteSchema.exactOptional(),
});

export const LaneSchema = z.strictObject({ id: IdSchema, name: NameSchema });

export const EdgeSchema = z.strictObject({
  id: IdSchema,
  from: z.strictObject({ node: IdSchema, port: IdSchema }),
  to: IdSchema,
  name: NameSchema.exactOptional(),
});

/** The newest form. Files of any form are read by `readFlow`. */
export const FlowSchema = z.strictObject({
  schema: z.literal(FLOW_SCHEMA),
  id: IdSchema,
  name: NameSchema,
  description: NoteSchema.exactOptional(),
  variables: z.array(VariableSchema).max(BOUNDS.variables),
  lanes: z.array(LaneSchema).max(BOUNDS.lanes),
  nodes: z.array(FlowNodeSchema).max(BOUNDS.nodes),
  edges: z.array(EdgeSchema).max(BOUNDS.edges),
});
