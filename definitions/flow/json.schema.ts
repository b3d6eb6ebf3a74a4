import { z } from 'zod';
import type { Json, JsonObject } from './json.ts';

export const JsonSchema: z.ZodType<Json> = z.json();
export const JsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), JsonSchema);
