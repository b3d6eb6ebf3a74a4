import { z } from 'zod';
import { JsonObjectSchema, JsonSchema } from '../../definitions/flow/json.schema.ts';
import { LinkedCaseSchema } from './case-links.schema.ts';
import { CaseRowSchema, TrailViewSchema } from './case.schema.ts';
import { ConversationEntrySchema } from './conversation.schema.ts';
import { IncidentRowSchema } from './incident.schema.ts';
import { NamedSchema } from './page.schema.ts';
import { CustomerSchema, ProfileSchema } from './customer.schema.ts';
import { TaskDetailSchema } from './task.schema.ts';

const LinkEvent = z.object({
  id: z.string(),
  profileId: z.string(),
  customerId: z.string(),
  what: z.enum(['proposed', 'linked', 'not the same', 'left open', 'unlinked']),
  how: z.enum([
    'linked before',
    'verified email',
    'verified phone',
    'account number',
    'likely by their fields',
    'confirmed by a person',
  ]),
  evidence: JsonObjectSchema,
  by: z.string(),
  at: z.string(),
  why: z.string().nullable(),
  changed: z.array(
    z.object({ caseId: z.string(), customerId: z.string().nullable(), region: z.string().nullable() }),
  ),
});
const EffectEntry = z.object({
  key: z.string(),
  caseId: z.string(),
  activity: z.string(),
  state: z.enum(['intended', 'done', 'confirmed', 'unknown', 'suppressed']),
  attempt: z.number().int(),
  leaseUntil: z.string(),
  externalId: z.string().nullable(),
  output: JsonSchema,
  at: z.string(),
});
const Remedy = z.object({
  kind: z.enum(['none', 'apology', 'credit', 'premium channel', 'new visit']),
  amount: z.number().nullable(),
  months: z.number().nullable(),
});

const RetryView = z.object({
  scope: z.string(),
  flow: z.string(),
  node: z.string(),
  name: z.string(),
  visit: z.number().int(),
  item: z.number().int(),
  activity: z.string(),
  code: z.string(),
  since: z.string(),
});

export const CaseDetailSchema = CaseRowSchema.extend({
  revision: NamedSchema.extend({ hash: z.string(), number: z.number().int() }).nullable(),
  conversation: z.array(ConversationEntrySchema),
  profiles: z.array(ProfileSchema),
  customer: CustomerSchema.nullable(),
  links: z.array(LinkEvent),
  facts: JsonObjectSchema,
  owesReport: z.boolean(),
  retries: z.array(RetryView),
  tasks: z.array(TaskDetailSchema),
  effects: z.array(EffectEntry),
  remedies: z.array(Remedy),
  incidents: z.array(IncidentRowSchema),
  trail: z.array(TrailViewSchema),
  broughtBack: z.array(z.object({ at: z.string(), by: NamedSchema, why: z.string().nullable() })),
  temporal: z.string().nullable(),
  primary: LinkedCaseSchema.nullable(),
  followers: z.array(LinkedCaseSchema),
});
