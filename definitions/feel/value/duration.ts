import { formatFraction, NANOS_PER_SECOND } from './time-of-day.ts';

/** A FEEL days and time duration, in nanoseconds (DMN 1.5, 10.3.2.3.7). */
export class DaysAndTime {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A FEEL years and months duration, in months (DMN 1.5, 10.3.2.3.8). */
export class YearsAndMonths {
  readonly months: number;

  constructor(months: number) {
    this.months = months;
  }
}

export const SECOND = BigInt(NANOS_PER_SECOND);
const DAYS = /^(-?)P(?:(\d{1,15})D)?(?:T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{1,9}))?S)?)?$/;
const MONTHS = /^(-?)P(?:(\d{1,12})Y)?(?:(\d{1,12})M)?$/;

/** Reads `P1D`, `PT2H30M`, `-PT0.5S`; null otherwise. */
export function parseDaysAndTime(text: string): DaysAndTime | null {
  const match = DAYS.exec(text);
  if (!match || text.endsWith('T') || text.endsWith('P')) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const total = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const nanos = total * SECOND + BigInt(fraction.padEnd(9, '0'));
  return new DaysAndTime(sign === '-' ? -nanos : nanos);
}

/** Reads `P1Y`, `P3M`, `-P1Y2M`; null otherwise. */
export function parseYearsAndMonths(text: string): YearsAndMonths | null {
  const match = MONTHS.exec(text);
  if (!match || text.endsWith('P')) return null;
  const months = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  return new YearsAndMonths(match[1] === '-' ? 0 - months : months);
}

/** Either kind of duration; null if the text is neither. */
export function parseDuration(text: string): DaysAndTime | YearsAndMonths | null {
  return parseYearsAndMonths(text) ?? parseDaysAndTime(text);
}

/** Whole days, hours, minutes and seconds of a duration's size, with the nanoseconds that remain. */
export function daysAndTimeParts({ nanos }: DaysAndTime): {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly nanos: number;
} {
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / SECOND;
  return {
    days: Number(seconds / 86_400n),
    hours: Number((seconds / 3600n) % 24n),
    minutes: Number((seconds / 60n) % 60n),
    seconds: Number(seconds % 60n),
    nanos: Number(size % SECOND),
  };
}

/** The shortest form with carried parts: `PT2H`, `P1DT12H`, `PT0S`. */
export function formatDaysAndTime(duration: DaysAndTime): string {
  const { days, hours, minutes, seconds, nanos } = daysAndTimeParts(duration);
  const date = days > 0 ? `${days}D` : '';
  const secondsPart = seconds > 0 || nanos > 0 ? `${seconds}${formatFraction(nanos)}S` : '';
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${secondsPart}`;
  if (date === '' && time === '') return 'PT0S';
  return `${duration.nanos < 0n ? '-' : ''}P${date}${time === '' ? '' : `T${time}`}`;
}

/** `P1Y2M`, `P3M`, `P0M`. */
export function formatYearsAndMonths({ months }: YearsAndMonths): string {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const rest = size % 12;
  if (size === 0) return 'P0M';
  return `${months < 0 ? '-' : ''}P${years > 0 ? `${years}Y` : ''}${rest > 0 ? `${rest}M` : ''}`;
}
