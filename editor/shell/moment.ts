/** Instants and durations as a colleague says them. All take ISO 8601 or milliseconds; the reader's zone applies. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** '40 s', '12 min', '2 h', '3 days': one unit, rounded down, never '0'. */
export function howLong(ms: number): string {
  const span = Math.abs(ms);
  if (span < MINUTE) return `${Math.max(1, Math.floor(span / 1000))} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  if (span < 2 * DAY) return `${Math.floor(span / HOUR)} h`;
  return `${Math.floor(span / DAY)} days`;
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** '09:12' today, 'Mon 09:12' within six days, '3 Mar 09:12' within the year, '3 Mar 2025' before. */
export function when(iso: string, now: number): string {
  const date = new Date(iso);
  const away = Math.abs(now - date.getTime());
  if (day.format(date) === day.format(now) && away < DAY) return time.format(date);
  if (away < 6 * DAY) return `${weekday.format(date)} ${time.format(date)}`;
  if (date.getFullYear() === new Date(now).getFullYear()) return `${day.format(date)} ${time.format(date)}`;
  return dayAndYear.format(date);
}

/** The whole date, for a tooltip. */
export function wholeDate(iso: string): string {
  return whole.format(new Date(iso));
}

/** '3 Mar 2025'. */
export function dayOf(iso: string): string {
  return dayAndYear.format(new Date(iso));
}

/** How a due time stands now: 'late' when it has passed, 'soon' within an hour. */
export function dueState(dueAt: string, now: number): 'late' | 'soon' | 'later' {
  const left = new Date(dueAt).getTime() - now;
  if (left <= 0) return 'late';
  return left < HOUR ? 'soon' : 'later';
}

/** '12 min left', '2 h late'. */
export function timeLeft(dueAt: string, now: number): string {
  const left = new Date(dueAt).getTime() - now;
  return left <= 0 ? `${howLong(left)} late` : `${howLong(left)} left`;
}

const ISO_DURATION =
  /^-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** 'PT2H' → '2 h', 'P1DT6H' → '1 day 6 h'; null when the text is no ISO 8601 duration. */
export function durationWords(iso: string): string | null {
  const match = ISO_DURATION.exec(iso);
  if (match === null || iso.endsWith('P') || iso.endsWith('T')) return null;
  const [, years, months, days, hours, minutes, seconds] = match;
  const parts = [
    counted(years, 'year'),
    counted(months, 'month'),
    counted(days, 'day'),
    hours && `${hours} h`,
    minutes && `${minutes} min`,
    seconds && `${seconds} s`,
  ].filter((part) => part);
  return parts.length === 0 ? null : parts.join(' ');
}

function counted(count: string | undefined, unit: string): string | undefined {
  return count && `${count} ${unit}${count === '1' ? '' : 's'}`;
}
