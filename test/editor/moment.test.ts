import { describe, expect, it } from 'vitest';
import {
  dueState,
  durationWords,
  howLong,
  timeLeft,
  when,
  whenInText,
  wholeDate,
} from '../../editor/shell/moment.ts';
import { zoneShortText, zoneText } from '../../editor/words/locale.ts';

const now = new Date(2026, 2, 12, 14, 0).getTime();
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();

describe('moments in words', () => {
  it('say the clock time today, the weekday within the week, the date before', () => {
    expect(when(ago(60), now)).toBe('13:00');
    expect(when(ago(60 * 24), now)).toBe('Wed 14:00');
    expect(when(ago(60 * 24 * 10), now)).toBe('2 Mar 14:00');
    expect(when(ago(60 * 24 * 400), now)).toMatch(/^\d{1,2} Feb 2025$/);
  });

  it('stand whole behind a short one, with the zone', () => {
    const short = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(now);
    const zone = short.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    expect(zone).not.toBe('');
    expect(wholeDate(ago(0)).replace('Thursday 12', 'Thursday, 12')).toBe(
      `Thursday, 12 March 2026 at 14:00:00 ${zone}`,
    );
    expect(zoneText(now)).toMatch(/^\p{Lu}[\p{L} ]+$/u);
  });

  it('name the zone in short where no whole date can stand behind a time of day', () => {
    expect(whenInText(ago(60), now)).toBe(`13:00 ${zoneShortText(now)}`);
    expect(zoneShortText(now)).not.toBe('');
    expect(whenInText(ago(60 * 24 * 400), now)).toBe(when(ago(60 * 24 * 400), now));
  });

  it('give a length in one unit, rounded down', () => {
    expect([500, 59_000, 61_000, 3_600_000, 47 * 3_600_000, 72 * 3_600_000].map(howLong)).toEqual([
      '1 s',
      '59 s',
      '1 min',
      '1 h',
      '47 h',
      '3 days',
    ]);
  });

  it('tell what is late from what is soon and what has time', () => {
    expect([ago(1), ago(-30), ago(-300)].map((due) => dueState(due, now))).toEqual(['late', 'soon', 'later']);
    expect(timeLeft(ago(120), now)).toBe('2 h late');
    expect(timeLeft(ago(-12), now)).toBe('12 min left');
  });

  it('read ISO 8601 durations, and nothing else', () => {
    expect(['PT2H', 'P3D', 'P1DT6H', 'P1M', 'PT30M'].map(durationWords)).toEqual([
      '2 h',
      '3 days',
      '1 day 6 h',
      '1 month',
      '30 min',
    ]);
    expect(['P', 'PT', 'Pick up', '', 'PT2'].map(durationWords)).toEqual([null, null, null, null, null]);
  });
});
