import { z } from 'zod';
import { DecisionTableSchema } from '../decision/table.schema.ts';
import { IdSchema, NameSchema, NoteSchema, recordOf } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { CalendarSchema } from './calendar.schema.ts';
import { FlowSchema } from './flow.schema.ts';
import { JsonObjectSchema } from './json.schema.ts';
import { CompleteRetryPolicySchema, CompleteTimeLimitsSchema } from './task.schema.ts';
import { WordListSchema } from './word-list.schema.ts';

export const ActivityContractSchema = z.strictObject({
  name: IdSchema,
  title: NameSchema,
  description: NoteSchema,
  icon: NameSchema.exactOptional(),
  input: JsonObjectSchema,
  output: JsonObjectSchema,
  effect: z.enum(['none', 'own', 'keyed', 'searchable', 'once']),
  errors: z.array(NameSchema).max(BOUNDS.members),
  retry: CompleteRetryPolicySchema,
  limits: CompleteTimeLimitsSchema,
});

export const RevisionSchema = z.strictObject({
  schema: z.literal(1),
  semantics: z.int().min(1),
  flow: FlowSchema,
  called: recordOf(IdSchema, FlowSchema, BOUNDS.parts),
  tables: recordOf(IdSchema, DecisionTableSchema, BOUNDS.parts),
  wordLists: recordOf(IdSchema, WordListSchema, BOUNDS.parts),
  calendars: recordOf(IdSchema, CalendarSchema, BOUNDS.parts),
  activities: recordOf(IdSchema, ActivityContractSchema, BOUNDS.parts),
});
