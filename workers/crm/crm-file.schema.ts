import { z } from 'zod';

/** Name of an environment variable that holds a secret: secrets have no place in a file. */
export const SecretName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, not the secret itself');

/** What every `crm.json` may say of limits; see workers/sdk/crm/limits.ts. */
export const LimitsSchema = z
  .strictObject({
    timeoutMs: z.number().int().min(100).max(60_000),
    callsPerSecond: z.number().min(0.1).max(10_000),
    callsAtOnce: z.number().int().min(1).max(100),
    pageSize: z.number().int().min(1).max(1_000),
    mostPages: z.number().int().min(1).max(10_000),
    mostListPages: z.number().int().min(1).max(10_000_000),
  })
  .partial();

export const Country = z.string().length(2).optional();

/** Where an API is reached: over TLS, but on one's own machine. */
export const BaseUrl = z.url({ protocol: /^https?$/ }).refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  },
  { message: 'must begin with https://, or be on this machine' },
);

/** How account numbers are written there: a `#` for each sign. */
export const NumberPattern = z
  .string()
  .max(100)
  .regex(/#/, 'must have a # for each sign of the number')
  .optional();
