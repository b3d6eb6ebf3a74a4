import { z } from 'zod';
import { IdSchema, NameSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';

const InstantSchema = z.iso.datetime();

export const CalendarSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema,
  open: z
    .array(z.strictObject({ from: InstantSchema, to: InstantSchema }))
    .max(BOUNDS.openIntervals)
    .superRefine((open, context) => {
      let end = Number.NEGATIVE_INFINITY;
      for (const [index, interval] of open.entries()) {
        const from = Date.parse(interval.from);
        const to = Date.parse(interval.to);
        if (!(from < to))
          context.addIssue({ code: 'custom', path: [index], message: 'It closes before it opens.' });
        if (from < end) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: 'It begins before the one above it ends.',
          });
        }
        end = to;
      }
    }),
});
