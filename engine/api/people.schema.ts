import { z } from 'zod';
import { WorkingHoursSchema } from '../../definitions/model/working-hours.schema.ts';
import { IdSchema, NamedSchema } from './page.schema.ts';

export const RoleSchema = z.enum(['agent', 'lead', 'analyst', 'engineer', 'auditor', 'admin']);
const Name = z.string().trim().min(1).max(200);
const Region = z.string().trim().min(1).max(100).nullable();
/** Left out: nothing of their own is known. */
const Hours = WorkingHoursSchema.nullable().default(null);
const Skills = z.array(z.string().trim().min(1).max(100)).max(100);

export const PersonParams = z.object({ id: IdSchema });
export const PersonBodySchema = z.object({
  name: Name,
  team: IdSchema,
  region: Region,
  skills: Skills,
  roles: z.array(RoleSchema).max(6),
  lead: IdSchema.nullable(),
  active: z.boolean(),
  hours: Hours,
});
export const PersonViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  team: NamedSchema,
  region: z.string().nullable(),
  skills: z.array(z.string()),
  roles: z.array(RoleSchema),
  lead: NamedSchema.nullable(),
  active: z.boolean(),
  hours: WorkingHoursSchema.nullable(),
});

export const TeamParams = z.object({ id: IdSchema });
export const TeamBodySchema = z.object({
  name: Name,
  region: Region,
  skills: Skills,
  lead: IdSchema.nullable(),
  hours: Hours,
});
export const TeamViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  skills: z.array(z.string()),
  lead: NamedSchema.nullable(),
  hours: WorkingHoursSchema.nullable(),
  members: z.number().int().nonnegative(),
});
