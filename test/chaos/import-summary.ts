import { z } from 'zod';
import type { ImportSummary } from '../../engine/cli/import/import-file.ts';

/** What `earshot import --json` prints. */
export const Summary: z.ZodType<ImportSummary> = z.object({
  read: z.number(),
  captured: z.number(),
  duplicates: z.number(),
  conversations: z.number(),
  cases: z.number(),
  lost: z.number(),
  incidents: z.number(),
  rejected: z.number(),
});
