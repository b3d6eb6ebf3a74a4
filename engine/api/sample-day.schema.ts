import { z } from 'zod';
import { PACES } from '../sample/pace.ts';

export const SampleDayViewSchema = z
  .object({
    clock: z.object({ real: z.number(), story: z.number(), scale: z.number() }),
    pace: z.enum(PACES),
    byThemselves: z.boolean(),
    over: z.boolean(),
  })
  .nullable();
/** `morning`: the instant at which the story begins, half past seven where the visitor is, with their clock's offset. */
export const StartSampleDaySchema = z.strictObject({ morning: z.iso.datetime({ offset: true }) });
export const PaceSchema = z.strictObject({ pace: z.enum(PACES) });
export const AnswersSchema = z.strictObject({ byThemselves: z.boolean() });
