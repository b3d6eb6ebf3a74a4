import { z } from 'zod';
import type { SavedRun } from '../../engine/workflows/saved-run.ts';

const Facts = z.record(z.string(), z.json());

/** What `recordProgress` kept when a run closed. The state's inside is the interpreter's own and is taken as it was written. */
export const SavedRunSchema: z.ZodType<SavedRun> = z.object({
  state: z.custom<SavedRun['state']>((value) => Facts.safeParse(value).success),
  seenSeq: z.int().nonnegative(),
  progressVersion: z.int().nonnegative(),
  trailLength: z.int().nonnegative(),
  answered: z.array(z.object({ taskId: z.string(), by: z.string() })),
});
