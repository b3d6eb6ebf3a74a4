import { z } from 'zod';
import { WEEKDAYS } from './working-hours.ts';

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const MOST_OPENINGS = 30;

const OpeningSchema = z
  .strictObject({
    days: z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length),
    from: ClockTime,
    to: ClockTime.or(z.literal('24:00')),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'It closes before it opens.' });

export const WorkingHoursSchema = z.strictObject({
  offset: z.string().regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/),
  open: z.array(OpeningSchema).max(MOST_OPENINGS),
});
