/** Which of two numbers before or after a year is the day. */
export type DayOrder = 'day first' | 'month first';

const PARTED = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ].*)?$/;

/** In which order a column writes day and month, from the dates that can be read in one way only; without those the day comes first. */
export function dayOrderOf(given: readonly string[]): DayOrder {
  let [daysFirst, monthsFirst] = [0, 0];
  for (const text of given) {
    const [, a = '', b = '', c = ''] = PARTED.exec(text.trim()) ?? [];
    if (a.length > 2 || c.length !== 4) continue;
    if (Number(a) > 12 && Number(b) <= 12) daysFirst += 1;
    if (Number(b) > 12 && Number(a) <= 12) monthsFirst += 1;
  }
  return monthsFirst > daysFirst ? 'month first' : 'day first';
}

/**
 * A date as it is compared: `YYYYMMDD`, with zeros for a part that is not known (00/00/1971 is a year); null for what is
 * no date. `order` says what comes first where day and month could be either.
 */
export function birthDate(given: string, order: DayOrder): string | null {
  const text = given.trim();
  if (/^\d{8}$/.test(text)) return compact(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (/^\d{4}$/.test(text)) return compact(text, '', '');
  if (/^\d{4}-\d{2}$/.test(text)) return compact(text.slice(0, 4), text.slice(5), '');
  const [, a, b, c] = PARTED.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  if (a.length === 4) return compact(a, b, c);
  if (c.length !== 4) return null;
  return order === 'day first' ? compact(c, b, a) : compact(c, a, b);
}

/** Day and month beyond what there is are kept: somebody may have confused or misread them. */
function compact(year: string, month: string, day: string): string | null {
  const text = year.padStart(4, '0') + month.padStart(2, '0') + day.padStart(2, '0');
  return /^0+$/.test(text) || text.length !== 8 ? null : text;
}
