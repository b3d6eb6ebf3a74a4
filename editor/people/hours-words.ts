import { openIntervals } from '../../definitions/model/open-intervals.ts';
import { WEEKDAYS, type Weekday, type WorkingHours } from '../../definitions/model/working-hours.ts';
import { words } from '../shell/words.ts';

const DAY_MS = 86_400_000;

/** 'Mon–Fri 07:30–16:00, Sat 09:00–13:00 (UTC−5)', or 'day and night'. */
export function hoursWords({ offset, open }: WorkingHours): string {
  if (open.length === 0) return words.people.hours.none;
  if (isDayAndNight({ offset, open })) return words.people.hours.dayAndNight;
  const openings = open.map(({ days, from, to }) => `${daysWords(days)} ${from}–${to}`);
  return `${openings.join(', ')} (${offsetWords(offset)})`;
}

function isDayAndNight(hours: WorkingHours): boolean {
  const [first, second] = openIntervals(hours, 0, 8 * DAY_MS);
  return second === undefined && first?.from === 0 && first.to === 8 * DAY_MS;
}

/** Neighbouring days are said as a stretch when they are three or more. */
function daysWords(days: readonly Weekday[]): string {
  if (WEEKDAYS.every((day) => days.includes(day))) return words.people.hours.everyDay;
  const stretches: Weekday[][] = [];
  for (const [index, day] of WEEKDAYS.entries()) {
    const yesterday = WEEKDAYS[index - 1];
    if (!days.includes(day)) continue;
    if (yesterday !== undefined && days.includes(yesterday)) stretches.at(-1)?.push(day);
    else stretches.push([day]);
  }
  return stretches
    .map((stretch) => stretch.map((day) => words.people.hours.days[day]))
    .map((said) => (said.length < 3 ? said.join(', ') : `${said[0]}–${said.at(-1)}`))
    .join(', ');
}

/** '-05:00' → 'UTC−5', '+05:30' → 'UTC+5:30'. */
function offsetWords(offset: string): string {
  const [hours = '0', minutes = '00'] = offset.slice(1).split(':');
  const ahead = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return ahead === '0' ? 'UTC' : `UTC${offset.startsWith('-') ? '−' : '+'}${ahead}`;
}
