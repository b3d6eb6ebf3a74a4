import { z } from 'zod';
import { JsonObjectSchema, JsonSchema } from '../../definitions/flow/json.schema.ts';
import { IdSchema, NamedSchema, PageQuery, WhySchema } from './page.schema.ts';
import { CaseNameSchema } from './task.schema.ts';

export const IncidentQuery = z.strictObject({
  ...PageQuery,
  kind: z.string().max(300).exactOptional(),
  code: z.string().max(300).exactOptional(),
  flow: IdSchema.exactOptional(),
  node: IdSchema.exactOptional(),
  caseId: IdSchema.exactOptional(),
});

const Incidents = z.array(IdSchema).min(1).max(200);
export const ResolveBodySchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('retry'), incidents: Incidents, why: WhySchema }),
  z.strictObject({
    way: z.literal('correct'),
    incidents: Incidents,
    variables: JsonObjectSchema,
    why: WhySchema,
  }),
  z.strictObject({
    way: z.literal('skip'),
    incidents: Incidents,
    value: JsonSchema.default(null),
    port: IdSchema.exactOptional(),
    why: WhySchema,
  }),
  z.strictObject({ way: z.literal('cancel'), incidents: Incidents, why: WhySchema }),
]);

const Cause = {
  kind: z.string().max(300),
  code: z.string().max(300),
  flow: z.string().max(300),
  node: z.string().max(300),
};
const Ways = z.enum(['retry', 'correct', 'skip', 'cancel']);
const ResolutionSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('retry') }),
  z.strictObject({ way: z.literal('correct'), variables: JsonObjectSchema }),
  z.strictObject({ way: z.literal('skip'), value: JsonSchema, port: IdSchema.exactOptional() }),
  z.strictObject({ way: z.literal('cancel') }),
]);
export const ResolveGroupBodySchema = z.strictObject({
  group: z.strictObject(Cause),
  resolution: ResolutionSchema,
  why: WhySchema,
});
export const GroupActParams = z.object({ id: IdSchema });
const Count = z.number().int().nonnegative();
export const GroupActSchema = z.object({
  id: z.string(),
  group: z.object({ ...Cause, nodeName: z.string() }),
  resolution: ResolutionSchema,
  why: z.string(),
  by: NamedSchema,
  at: z.string(),
  status: z.enum(['working', 'stopping', 'done', 'stopped']),
  total: Count,
  done: Count,
  refused: Count,
  held: z.string().nullable(),
  endedAt: z.string().nullable(),
});

export const ResolveAnswerSchema = z.object({
  resolved: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), code: z.string(), reason: z.string() })),
});

const LogPlaceSchema = z.object({ file: z.string(), contains: z.string(), at: z.string().nullable() });

export const StuckGroupSchema = z.object({
  kind: z.string(),
  code: z.string(),
  flow: z.string(),
  node: z.string(),
  nodeName: z.string(),
  count: z.number().int().positive(),
  oldestAt: z.string(),
  ways: z.array(Ways),
  log: LogPlaceSchema.nullable(),
});

export const IncidentRowSchema = z.object({
  id: z.string(),
  case: CaseNameSchema,
  kind: z.string(),
  code: z.string(),
  message: z.string(),
  scope: z.string(),
  flow: z.string(),
  node: z.string(),
  nodeName: z.string(),
  at: z.string(),
  ports: z.array(z.object({ port: z.string(), name: z.string() })),
  variables: z.array(z.object({ name: z.string(), type: z.string(), value: JsonSchema })),
  ways: z.array(Ways),
  underWay: z.boolean(),
  refusal: z.string().nullable(),
  log: LogPlaceSchema.nullable(),
});
