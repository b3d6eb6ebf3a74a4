import { z } from 'zod';
import { WorkingHoursSchema } from '../../definitions/model/working-hours.schema.ts';
import { WEEKDAYS } from '../../definitions/model/working-hours.ts';

export const IdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** A time of the story day, by the company's clock. */
export const ClockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The invented company. The story day is a day of the week, so that working hours mean something. */
export const CompanySchema = z.strictObject({
  name: z.string(),
  brand: z.string(),
  site: z.string().endsWith('.example'),
  handle: z.string().startsWith('@'),
  regions: z.array(z.string()).length(3),
  day: z.strictObject({ weekday: z.enum(WEEKDAYS), begins: ClockTimeSchema, ends: ClockTimeSchema }),
});
export type Company = z.infer<typeof CompanySchema>;

/** Hours without an offset: the player takes that of the machine, so that 07:30 reads 07:30 on the page. */
const OpenSchema = WorkingHoursSchema.shape.open;

export const CastTeamSchema = z.strictObject({
  id: IdSchema,
  name: z.string(),
  region: z.string().nullable(),
  skills: z.array(z.string()).min(1),
  lead: IdSchema.nullable(),
  open: OpenSchema,
});
export type CastTeam = z.infer<typeof CastTeamSchema>;

export const CastPersonSchema = z.strictObject({
  id: IdSchema,
  name: z.string(),
  team: IdSchema,
  region: z.string().nullable(),
  skills: z.array(z.string()),
  roles: z.array(z.enum(['agent', 'lead', 'analyst', 'engineer', 'auditor'])).min(1),
  lead: IdSchema.nullable(),
  /** Left out: the hours of the team. */
  open: OpenSchema.exactOptional(),
});
export type CastPerson = z.infer<typeof CastPersonSchema>;

/** A profile that a colleague linked to a customer some time before the story: a certain sign from the start. */
export const EarlierLinkSchema = z.strictObject({
  channel: z.enum(['tweet', 'forum']),
  author: z.string(),
  crm: z.string(),
  account: z.string(),
  by: IdSchema,
  daysBefore: z.number().int().positive(),
  /** What the customer system said of the account then, and says still. */
  record: z.strictObject({
    name: z.string(),
    email: z.email(),
    phone: z.string(),
    region: z.string(),
    since: z.iso.date(),
    products: z.array(z.string()).min(1),
    extra: z.record(z.string(), z.string()),
  }),
});
export type EarlierLink = z.infer<typeof EarlierLinkSchema>;
