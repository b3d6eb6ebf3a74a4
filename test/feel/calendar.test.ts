import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CalendarDate,
  dateOfEpochDay,
  epochDay,
  weekday,
} from '../../definitions/feel/value/calendar-date.ts';
import {
  epochNanos,
  formatDateAndTime,
  momentOf,
  momentOfMs,
  parseDateAndTime,
} from '../../definitions/feel/value/date-and-time.ts';
import {
  DaysAndTime,
  formatDaysAndTime,
  formatYearsAndMonths,
  parseDaysAndTime,
  parseYearsAndMonths,
  YearsAndMonths,
} from '../../definitions/feel/value/duration.ts';
import { parseTime } from '../../definitions/feel/value/time-of-day.ts';

/** What a date and time is written as. */
function written(text: string): string | null {
  const moment = parseDateAndTime(text);
  return moment && formatDateAndTime(moment);
}

describe('the calendar', () => {
  it('agrees with the machine on every day it knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (days) => {
        const date = dateOfEpochDay(days);
        const oracle = new Date(days * 86_400_000);
        expect(date).toEqual(
          new CalendarDate(oracle.getUTCFullYear(), oracle.getUTCMonth() + 1, oracle.getUTCDate()),
        );
        expect(date && epochDay(date)).toBe(days);
        expect(date && weekday(date) % 7).toBe(oracle.getUTCDay());
      }),
    );
  });

  it('writes a clock reading so that it reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }), (ms) => {
        const moment = momentOfMs(ms);
        const text = moment ? formatDateAndTime(moment) : '';
        expect(new Date(text).getTime()).toBe(ms);
        expect(parseDateAndTime(text)).toEqual(moment);
      }),
    );
  });

  it('writes durations so that they read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.integer({ min: -1e6, max: 1e6 }),
        (nanos, months) => {
          expect(parseDaysAndTime(formatDaysAndTime(new DaysAndTime(nanos)))?.nanos).toBe(nanos);
          expect(parseYearsAndMonths(formatYearsAndMonths(new YearsAndMonths(months)))?.months).toBe(
            months + 0,
          );
        },
      ),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T', '2026-01-01T24:00:01', '2026-01-01T10:00'])(
    'does not read %s',
    (text) => expect(parseDateAndTime(text)).toBeNull(),
  );

  it('reads the end of a day as the beginning of the next', () => {
    expect(written('2026-02-28T24:00:00Z')).toBe('2026-03-01T00:00:00Z');
    expect(written('2026-12-31T24:00:00.000')).toBe('2027-01-01T00:00:00');
  });

  it.each([
    ['2026-01-15T09:00:00@Europe/Paris', '2026-01-15T08:00:00Z'],
    ['2026-07-15T09:00:00@Europe/Paris', '2026-07-15T07:00:00Z'],
    // The hour that comes twice is its first coming; the one left out is after the gap.
    ['2026-10-25T02:30:00@Europe/Paris', '2026-10-25T00:30:00Z'],
    ['2026-03-29T02:30:00@Europe/Paris', '2026-03-29T00:30:00Z'],
    ['2026-07-15T09:00:00@Asia/Kolkata', '2026-07-15T03:30:00Z'],
    ['1999-12-31T23:59:59@America/St_Johns', '2000-01-01T03:29:59Z'],
    ['2026-07-15T09:00:00@US/Eastern', '2026-07-15T13:00:00Z'],
    ['2026-07-15T09:00:00@Etc/UTC', '2026-07-15T09:00:00Z'],
    ['2100-07-15T09:00:00@Europe/Paris', '2100-07-15T07:00:00Z'],
  ])('%s is %s', (zoned, utc) => {
    const [there, here] = [parseDateAndTime(zoned), parseDateAndTime(utc)];
    expect(there && epochNanos(there)).toBe(here && epochNanos(here));
    expect(written(zoned)).toBe(zoned);
  });

  it('keeps to the zone when time passes over a change of its clocks', () => {
    const before = parseDateAndTime('2026-03-28T12:00:00@Europe/Paris');
    const after =
      before && momentOf(epochNanos(before) + 86_400_000_000_000n, before.time.offset, before.time.zone);
    expect(after && formatDateAndTime(after)).toBe('2026-03-29T13:00:00@Europe/Paris');
  });

  it.each(['10:60:00', '10:00:00+15:00', '10:00:00+01', 'T10:00:00', '10:00:00@Europe/Atlantis'])(
    'does not read the time %s',
    (text) => expect(parseTime(text)).toBeNull(),
  );

  it.each(['P', 'PT', 'P1DT', 'P1M2D', '1D', 'P-1D'])('does not read the duration %s', (text) => {
    expect(parseDaysAndTime(text)).toBeNull();
    expect(parseYearsAndMonths(text)).toBeNull();
  });
});
