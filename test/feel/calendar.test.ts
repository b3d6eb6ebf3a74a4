import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CalendarDate,
  dateOfEpochDay,
  epochDay,
  weekday,
} from '../../definitions/feel/value/calendar-date.ts';
import {
  formatDateAndTime,
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

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T', '2026-01-01T24:00:00', '2026-01-01T10:00'])(
    'does not read %s',
    (text) => expect(parseDateAndTime(text)).toBeNull(),
  );

  it.each(['10:60:00', '10:00:00+15:00', '10:00:00+01', 'T10:00:00', '10:00:00@Europe/Paris'])(
    'does not read the time %s',
    (text) => expect(parseTime(text)).toBeNull(),
  );

  it.each(['P', 'PT', 'P1DT', 'P1M2D', '1D', 'P-1D'])('does not read the duration %s', (text) => {
    expect(parseDaysAndTime(text)).toBeNull();
    expect(parseYearsAndMonths(text)).toBeNull();
  });
});
