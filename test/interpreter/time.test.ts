import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterOpenTime, openingHours } from '../../engine/interpreter/business-hours.ts';
import { readDuration, readInstant } from '../../engine/interpreter/instant.ts';

describe('reading an instant', () => {
  it('agrees with Date.parse on what Date writes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(readInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
  it.each([
    ['2026-03-01', Date.UTC(2026, 2, 1)],
    ['2026-03-01T10:00', Date.UTC(2026, 2, 1, 10)],
    ['2026-03-01T10:00:00.5+02:00', Date.UTC(2026, 2, 1, 8, 0, 0, 500)],
    ['2026-02-30T10:00:00Z', null],
    ['2026-03-01T25:00:00Z', null],
    ['tomorrow', null],
    ['', null],
  ])('reads %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });
});

describe('reading a duration', () => {
  it.each([
    ['PT2H', 7_200_000],
    ['P3DT4H5M6.5S', 273_906_500],
    ['-PT1M', -60_000],
    ['PT0S', 0],
    ['P1M', null],
    ['P', null],
    ['PT', null],
    ['2H', null],
  ])('reads %s', (text, ms) => {
    expect(readDuration(text)).toBe(ms);
  });
});

describe('open time', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), {
    minLength: 1,
    maxLength: 8,
  });

  it('is what a clock that runs only while it is open would show', () => {
    fc.assert(
      fc.property(gaps, fc.nat(100), fc.nat(200), (drawn, start, openMs) => {
        let at = 0;
        const open = drawn.map(([gap, length]) => {
          const from = at + gap;
          at = from + length;
          return { from: new Date(from).toISOString(), to: new Date(at).toISOString() };
        });
        const hours = openingHours({ id: 'c', name: 'C', open });
        const isOpen = (ms: number): boolean =>
          hours.from.some((from, i) => from <= ms && ms < (hours.to[i] ?? 0));
        let clock = start;
        for (let passed = 0; clock <= at && (passed < openMs || (openMs === 0 && !isOpen(clock))); clock += 1)
          if (isOpen(clock)) passed += 1;
        const due = afterOpenTime(hours, start, openMs);
        if (clock > at) expect(due).toMatchObject({ code: 'calendar ends' });
        else expect(due).toBe(clock);
      }),
    );
  });
});
