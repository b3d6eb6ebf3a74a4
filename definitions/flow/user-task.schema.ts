import { z } from 'zod';
import {
  FeelSchema,
  MappingSchema,
  MessageNameSchema,
  NameSchema,
  nodeShape,
  NoteSchema,
  VariableNameSchema,
} from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { taskShape } from './task.schema.ts';
import { ValueTypeSchema } from './value-type.schema.ts';

export const FormFieldSchema = z.strictObject({
  name: NameSchema,
  label: NameSchema,
  type: ValueTypeSchema.meta({ format: 'value type' }),
  required: z.boolean().exactOptional(),
  help: NoteSchema.exactOptional(),
  channelLength: z.boolean().exactOptional(),
  suggested: FeelSchema.exactOptional(),
});

export const UserTaskSchema = z.strictObject({
  ...nodeShape('userTask'),
  ...taskShape,
  form: z.array(FormFieldSchema).max(BOUNDS.members),
  instructions: NoteSchema.exactOptional(),
  guide: NoteSchema.exactOptional(),
  assignment: z.strictObject({
    person: FeelSchema.exactOptional(),
    team: FeelSchema.exactOptional(),
    role: FeelSchema.exactOptional(),
  }),
  due: FeelSchema.exactOptional(),
  priority: FeelSchema.exactOptional(),
  show: MappingSchema.exactOptional(),
  reads: z.array(MessageNameSchema).max(BOUNDS.ways).exactOptional(),
  answeredBy: MessageNameSchema.exactOptional(),
  result: VariableNameSchema.exactOptional(),
});
