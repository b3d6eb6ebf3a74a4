import { z } from 'zod';

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Days, hours and minutes in ISO 8601, as milliseconds: 'PT1H30M', 'P1DT2H'. */
export const DurationSchema = z
  .string()
  .regex(DURATION)
  .transform((text) => {
    const [, days = '0', hours = '0', minutes = '0'] = DURATION.exec(text) ?? [];
    return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  });
