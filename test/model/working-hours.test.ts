import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOpen, openIntervals } from '../../definitions/model/open-intervals.ts';
import { WEEKDAYS, type WorkingHours } from '../../definitions/model/working-hours.ts';
import { WorkingHoursSchema } from '../../definitions/model/working-hours.schema.ts';

const at = (iso: string): number => Date.parse(iso);
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
const week: WorkingHours = {
  offset: '-05:00',
  open: [
    { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], from: '07:30', to: '16:00' },
    { days: ['Sat'], from: '09:00', to: '13:00' },
  ],
};

describe('working hours', () => {
  it('are intervals between two instants, by their own clock', () => {
    // 2026-03-06 is a Friday.
    const found = openIntervals(week, at('2026-03-06T15:00:00Z'), at('2026-03-09T13:00:00Z'));
    expect(found.map(({ from, to }) => `${isoOf(from)} ${isoOf(to)}`)).toEqual([
      '2026-03-06T15:00 2026-03-06T21:00',
      '2026-03-07T14:00 2026-03-07T18:00',
      '2026-03-09T12:30 2026-03-09T13:00',
    ]);
  });

  it('join stretches that touch or lie over each other, over midnight too', () => {
    const night: WorkingHours = {
      offset: '+01:00',
      open: [
        { days: WEEKDAYS, from: '22:00', to: '24:00' },
        { days: WEEKDAYS, from: '00:00', to: '06:00' },
        { days: ['Tue'], from: '05:00', to: '08:00' },
      ],
    };
    const found = openIntervals(night, at('2026-03-02T12:00:00Z'), at('2026-03-03T12:00:00Z'));
    expect(found.map(({ from, to }) => `${isoOf(from)} ${isoOf(to)}`)).toEqual([
      '2026-03-02T21:00 2026-03-03T07:00',
    ]);
  });

  it('tell when somebody is there next', () => {
    expect(nextOpen(week, at('2026-03-06T15:00:00Z'))).toBe(at('2026-03-06T15:00:00Z'));
    expect(nextOpen(week, at('2026-03-07T18:00:00Z'))).toBe(at('2026-03-09T12:30:00Z'));
    expect(nextOpen({ offset: '-05:00', open: [] }, 0)).toBeNull();
  });

  it('are disjoint, in order and within what was asked, whatever they are', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (of: number) =>
      `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
    const opening = fc
      .tuple(fc.subarray([...WEEKDAYS], { minLength: 1 }), minute, minute)
      .filter(([, a, b]) => a !== b)
      .map(([days, a, b]) => ({ days, from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }));
    const hours = fc.record({
      offset: fc.constantFrom('-11:00', '-05:30', '+00:00', '+14:00'),
      open: fc.array(opening, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(hours, fc.integer({ min: -1e12, max: 2e12 }), (given, from) => {
        expect(WorkingHoursSchema.parse(given)).toEqual(given);
        const to = from + 10 * 86_400_000;
        let last = from - 1;
        for (const interval of openIntervals(given, from, to)) {
          expect(interval.from).toBeGreaterThan(last);
          expect(interval.to).toBeGreaterThan(interval.from);
          last = interval.to;
        }
        expect(last).toBeLessThanOrEqual(to);
      }),
    );
  });

  it.each([
    ['an end before its beginning', { days: ['Mon'], from: '16:00', to: '07:30' }],
    ['a time that is none', { days: ['Mon'], from: '7:30', to: '16:00' }],
    ['no day', { days: [], from: '07:30', to: '16:00' }],
  ])('are refused with %s', (_what, opening) => {
    expect(WorkingHoursSchema.safeParse({ offset: '-05:00', open: [opening] }).success).toBe(false);
  });
});
