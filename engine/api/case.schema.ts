import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import { BROKEN_STEPS, WORTHS } from '../../definitions/model/case.ts';
import {
  HashSchema,
  IdSchema,
  InstantSchema,
  NamedSchema,
  PageQuery,
  several,
  WhySchema,
} from './page.schema.ts';

export const CASE_STATUSES = ['open', 'waiting', 'person', 'stuck', 'closed', 'continued'] as const;
export const CaseStatusSchema = z.enum(CASE_STATUSES);
const Word = z.string().min(1).max(300);
const YesNo = z.enum(['true', 'false']).transform((value) => value === 'true');

export const CaseQuery = z.strictObject({
  ...PageQuery,
  status: several(CASE_STATUSES).exactOptional(),
  team: IdSchema.exactOptional(),
  person: IdSchema.exactOptional(),
  channel: Word.exactOptional(),
  brand: Word.exactOptional(),
  brokenStep: z.enum(BROKEN_STEPS).exactOptional(),
  ownError: YesNo.exactOptional(),
  outcome: Word.exactOptional(),
  region: Word.exactOptional(),
  priority: Word.exactOptional(),
  dueBefore: InstantSchema.exactOptional(),
  revision: HashSchema.exactOptional(),
  node: IdSchema.exactOptional(),
  flow: IdSchema.exactOptional(),
  ofFlow: IdSchema.exactOptional(),
  begun: YesNo.exactOptional(),
  worth: z.enum(WORTHS).exactOptional(),
  answered: YesNo.exactOptional(),
  wroteAgain: YesNo.exactOptional(),
  openedSince: InstantSchema.exactOptional(),
  customerId: IdSchema.exactOptional(),
  importId: IdSchema.exactOptional(),
  sort: z.enum(['changed', 'opened', 'due']).default('changed'),
});
export const CaseParams = z.object({ id: IdSchema });
export const CancelBodySchema = z.strictObject({ why: WhySchema });

export const PositionViewSchema = z.object({
  scope: z.string(),
  flow: z.string(),
  node: z.string(),
  name: z.string(),
  lane: z.string().nullable(),
  since: z.string(),
  for: z.enum(['activity', 'timer', 'task', 'message', 'called flow', 'joining', 'stuck']),
  until: z.string().nullable(),
});

export const CaseRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  brand: z.string(),
  channel: z.string(),
  status: CaseStatusSchema,
  outcome: z.string().nullable(),
  owner: z.object({ team: NamedSchema.nullable(), person: NamedSchema.nullable() }),
  region: z.string().nullable(),
  priority: z.string().nullable(),
  dueAt: z.string().nullable(),
  brokenStep: z.enum(BROKEN_STEPS).nullable(),
  ownError: z.boolean().nullable(),
  primaryCaseId: z.string().nullable(),
  history: z.boolean(),
  openedAt: z.string(),
  changedAt: z.string(),
  closedAt: z.string().nullable(),
  positions: z.array(PositionViewSchema),
});

const Words = z.array(z.string());
export const CaseValuesSchema = z.object({
  channels: Words,
  brands: Words,
  regions: Words,
  priorities: Words,
});

const Count = z.number().int().nonnegative();
export const CaseCountsSchema = z.object({
  byStatus: z.object({
    open: Count,
    waiting: Count,
    person: Count,
    stuck: Count,
    closed: Count,
    continued: Count,
  }),
  byNode: z.array(z.object({ flow: z.string(), node: z.string(), count: Count })),
});

export const TrailViewSchema = z.object({
  n: z.number().int(),
  at: z.string(),
  scope: z.string(),
  flow: z.string(),
  node: z.string(),
  name: z.string(),
  visit: z.number().int(),
  item: z.number().int(),
  what: z.enum(['entered', 'left', 'cancelled', 'stuck', 'resumed']),
  port: z.string().exactOptional(),
  edge: z.string().exactOptional(),
  detail: JsonObjectSchema.exactOptional(),
  by: NamedSchema.nullable(),
});
