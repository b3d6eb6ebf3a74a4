import { z } from 'zod';
import { PersonViewSchema } from './people.schema.ts';

export const HealthSchema = z.object({
  up: z.literal(true),
  temporal: z.boolean(),
  store: z.boolean(),
  version: z.string(),
});
export const SessionSchema = z.object({ person: PersonViewSchema, version: z.string() });
