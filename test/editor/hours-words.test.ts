import { describe, expect, it } from 'vitest';
import type { Opening } from '../../definitions/model/working-hours.ts';
import { WEEKDAYS } from '../../definitions/model/working-hours.ts';
import { hoursWords } from '../../editor/people/hours-words.ts';

const said = (open: readonly Opening[], offset = '-05:00') => hoursWords({ offset, open });

describe('working hours in words', () => {
  it('say neighbouring days as a stretch', () => {
    expect(
      said([
        { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], from: '07:30', to: '16:00' },
        { days: ['Sat'], from: '09:00', to: '13:00' },
      ]),
    ).toBe('Mon–Fri 07:30–16:00, Sat 09:00–13:00 (UTC−5)');
    expect(said([{ days: ['Sat', 'Mon', 'Tue', 'Sun'], from: '10:00', to: '18:00' }])).toBe(
      'Mon, Tue, Sat, Sun 10:00–18:00 (UTC−5)',
    );
  });

  it('say every day, and day and night', () => {
    const always = { days: WEEKDAYS, from: '00:00', to: '24:00' };
    expect(said([{ ...always, from: '06:00' }], '+05:30')).toBe('every day 06:00–24:00 (UTC+5:30)');
    expect(said([always])).toBe('day and night');
    expect(
      said([
        { ...always, to: '12:00' },
        { ...always, from: '12:00' },
      ]),
    ).toBe('day and night');
    expect(said([{ ...always, from: '00:01' }], '+00:00')).toBe('every day 00:01–24:00 (UTC)');
  });

  it('say that there are none', () => {
    expect(said([])).toBe('no hours');
  });
});
