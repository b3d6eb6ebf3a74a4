/** Words of lengths of time, and of what is late. */
import { many } from './many.ts';

export const moments = {
  inZone: (time: string, zone: string) => `${time} ${zone}`,
  atOnce: 'at once',
  seconds: (count: number | string) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => many(count, 'day'),
  months: (count: number) => many(count, 'month'),
  years: (count: number) => many(count, 'year'),
  late: (length: string) => `${length} late`,
  left: (length: string) => `${length} left`,
};
