import { z } from 'zod';
import { PersonViewSchema } from './people.schema.ts';

export const HealthSchema = z.object({
  up: z.literal(true),
  temporal: z.boolean(),
  store: z.boolean(),
  version: z.string(),
});
export const SessionSchema = z.object({
  person: PersonViewSchema,
  signedInAs: PersonViewSchema.nullable(),
  mayWorkAs: z.boolean(),
  sampleDay: z.enum(['offered', 'on', 'here']).nullable(),
  version: z.string(),
});
/** Null: as whoever signed in. */
export const WorkAsSchema = z.strictObject({ person: z.string().min(1).max(200).nullable() });
