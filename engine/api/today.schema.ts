import { z } from 'zod';
import { BROKEN_STEPS } from '../../definitions/model/case.ts';
import { InstantSchema } from './page.schema.ts';

const Count = z.number().int().nonnegative();

export const TodayQuery = z.strictObject({ since: InstantSchema.exactOptional() });

export const TodaySchema = z.object({
  since: z.string().nullable(),
  flow: z.object({ id: z.string(), name: z.string(), hash: z.string(), number: z.number().int() }).nullable(),
  funnel: z.object({
    heard: Count,
    cases: Count,
    noise: Count,
    needAnswer: Count,
    answered: Count,
    conversation: Count,
    putRight: Count,
  }),
  broken: z.array(z.object({ step: z.enum(BROKEN_STEPS), cases: Count, share: z.number().min(0).max(1) })),
  steps: z.array(z.object({ node: z.string(), waiting: Count, stuck: Count })),
  begin: Count,
  ends: z.array(z.object({ outcome: z.string(), cases: Count })),
});
