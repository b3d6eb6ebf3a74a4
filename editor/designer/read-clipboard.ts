import { z } from 'zod';
import { VariableSchema, EdgeSchema } from '../../definitions/flow/flow.schema.ts';
import { FlowNodeSchema } from '../../definitions/flow/node.schema.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { nestsAtMost } from '../../definitions/flow/json-depth.ts';
import { STEPS_FORMAT, type CopiedSteps } from './commands/clipboard.ts';

const Parts = RevisionSchema.shape;

const CopiedStepsSchema = z.strictObject({
  format: z.literal(STEPS_FORMAT),
  nodes: z.array(FlowNodeSchema).min(1).max(BOUNDS.nodes),
  edges: z.array(EdgeSchema).max(BOUNDS.edges),
  variables: z.array(VariableSchema).max(BOUNDS.variables),
  called: Parts.called,
  tables: Parts.tables,
  calendars: Parts.calendars,
}) satisfies z.ZodType<CopiedSteps>;

/** So long a text is not looked into. */
const MOST_CHARACTERS = 20_000_000;

/** Steps that were copied on some drawing; null for any other text. */
export function readCopiedSteps(text: string): CopiedSteps | null {
  if (text.length > MOST_CHARACTERS || !text.includes(STEPS_FORMAT)) return null;
  try {
    const json: unknown = JSON.parse(text);
    if (!nestsAtMost(json, BOUNDS.depth)) return null;
    const read = CopiedStepsSchema.safeParse(json);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
