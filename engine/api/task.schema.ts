import { z } from 'zod';
import { JsonObjectSchema, JsonSchema } from '../../definitions/flow/json.schema.ts';
import { FormFieldSchema } from '../../definitions/flow/user-task.schema.ts';
import { IdSchema, NamedSchema, PageQuery, several, WhySchema } from './page.schema.ts';

export const TASK_STATUSES = ['open', 'answered', 'answered elsewhere', 'cancelled'] as const;

export const TaskQuery = z.strictObject({
  ...PageQuery,
  status: several(TASK_STATUSES).exactOptional(),
  person: IdSchema.exactOptional(),
  team: IdSchema.exactOptional(),
  caseId: IdSchema.exactOptional(),
});
export const TaskParams = z.object({ id: IdSchema });

const Version = z.number().int().nonnegative();
export const TakeBodySchema = z.strictObject({ version: Version });
export const HandOverBodySchema = z
  .strictObject({
    version: Version,
    person: IdSchema.exactOptional(),
    team: IdSchema.exactOptional(),
    why: WhySchema.exactOptional(),
  })
  .refine(
    (body) => (body.person === undefined) !== (body.team === undefined),
    'name either a person or a team',
  );
export const AnswerBodySchema = z.strictObject({ version: Version, answers: JsonObjectSchema });

export const CaseNameSchema = NamedSchema.extend({ channel: z.string(), brand: z.string() });

export const TaskRowSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  status: z.enum(TASK_STATUSES),
  case: CaseNameSchema,
  persons: z.array(NamedSchema),
  teams: z.array(NamedSchema),
  roles: z.array(z.string()),
  takenBy: NamedSchema.nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  priority: JsonSchema,
  closedAt: z.string().nullable(),
  answeredBy: NamedSchema.nullable(),
});

const Count = z.number().int().nonnegative();
export const TaskCountsSchema = z.object({ open: Count, mine: Count, team: Count, overdue: Count });

export const TaskDetailSchema = TaskRowSchema.extend({
  flow: z.string(),
  node: z.string(),
  scope: z.string(),
  instructions: z.string().nullable(),
  guide: z.string().nullable(),
  form: z.array(FormFieldSchema),
  suggested: JsonObjectSchema,
  show: JsonObjectSchema,
  answers: JsonObjectSchema.nullable(),
  mayAnswer: z.boolean(),
  textLimit: z.number().int().nullable(),
});

export const AnswerReceiptSchema = z.object({
  taskId: z.string(),
  answeredBy: NamedSchema,
  already: z.boolean(),
});
