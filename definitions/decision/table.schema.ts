import { z } from 'zod';
import {
  FeelSchema,
  IdSchema,
  NameSchema,
  NoteSchema,
  recordOf,
  VariableNameSchema,
} from '../flow/base.schema.ts';
import { BOUNDS } from '../flow/bounds.ts';
import { ValueTypeSchema } from '../flow/value-type.schema.ts';
import { HIT_POLICIES } from './table.ts';

export const DecisionTableSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema,
  description: NoteSchema.exactOptional(),
  hitPolicy: z.enum(HIT_POLICIES),
  aggregation: z.enum(['sum', 'min', 'max', 'count']).exactOptional(),
  requires: recordOf(VariableNameSchema, IdSchema, BOUNDS.members).exactOptional(),
  inputs: z
    .array(
      z.strictObject({
        id: IdSchema,
        name: NameSchema,
        expression: FeelSchema.exactOptional(),
        type: ValueTypeSchema,
      }),
    )
    .max(BOUNDS.tableColumns),
  outputs: z
    .array(
      z.strictObject({
        id: IdSchema,
        name: NameSchema,
        type: ValueTypeSchema,
        default: FeelSchema.exactOptional(),
      }),
    )
    .max(BOUNDS.tableColumns),
  rows: z
    .array(
      z.strictObject({
        id: IdSchema,
        when: z.array(FeelSchema).max(BOUNDS.tableColumns),
        then: z.array(FeelSchema).max(BOUNDS.tableColumns),
        annotation: NoteSchema.exactOptional(),
      }),
    )
    .max(BOUNDS.tableRows),
});
