import { z } from 'zod';

/** What a running Earshot tells programs of the same user: where it is, and a token to speak with it. */
export const RuntimeSchema = z.object({
  pid: z.number().int(),
  url: z.url(),
  /** Bearer token of the person who signs in here first. */
  token: z.string(),
  temporalAddress: z.string(),
  temporalNamespace: z.string(),
  /** Where Temporal's own pages are, if that is known. */
  temporalUi: z.string().nullable().default(null),
  mongodbUri: z.string(),
  database: z.string(),
  servers: z.array(z.object({ name: z.string(), pid: z.number().int() })),
});
export type Runtime = z.infer<typeof RuntimeSchema>;
