/** The reader's languages as the browser tells them, best first (BCP 47); where there is no browser, British English. */
export const readersLanguages: readonly string[] =
  typeof document === 'undefined' || navigator.languages.length === 0 ? ['en-GB'] : navigator.languages;

const languages = [...readersLanguages];
const count = new Intl.NumberFormat(languages);
const value = new Intl.NumberFormat(languages, { maximumFractionDigits: 4 });

/** '1,261', as the reader writes numbers. */
export function counted(number: number): string {
  return count.format(number);
}

/** A number with at most four digits after the point, as the reader writes numbers. */
export function numberText(number: number): string {
  return value.format(number);
}

const tenths = new Intl.NumberFormat(languages, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number with one digit after the point, as the reader writes numbers. */
export function tenthsText(number: number): string {
  return tenths.format(number);
}

const percent = new Intl.NumberFormat(languages, { style: 'percent' });

/** '38%' of 0.375, as the reader writes it. */
export function percentText(share: number): string {
  return percent.format(share);
}

type Instant = Date | number;
const time = new Intl.DateTimeFormat(languages, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(languages, { weekday: 'short' });
const day = new Intl.DateTimeFormat(languages, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(languages, { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat(languages, { dateStyle: 'full', timeStyle: 'long' });
const zone = new Intl.DateTimeFormat(languages, { timeZoneName: 'long' });

/** '09:12', in the reader's zone like all of these. */
export function timeText(at: Instant): string {
  return time.format(at);
}

/** 'Mon'. */
export function weekdayText(at: Instant): string {
  return weekday.format(at);
}

/** '3 Mar'. */
export function dayText(at: Instant): string {
  return day.format(at);
}

/** '3 Mar 2025'. */
export function dayAndYearText(at: Instant): string {
  return dayAndYear.format(at);
}

const zoneInShort = new Intl.DateTimeFormat(languages, { timeZoneName: 'short' });

/** The reader's zone in short, as it is called then: 'CET'. */
export function zoneShortText(at: Instant): string {
  return partOf(zoneInShort, at, 'timeZoneName');
}

/** 'Monday 3 March 2025 at 09:12:00 CET': the whole of it, with its zone. */
export function wholeText(at: Instant): string {
  return whole.format(at);
}

/** The reader's zone as it is called then: 'Central European Standard Time'. */
export function zoneText(at: Instant): string {
  return partOf(zone, at, 'timeZoneName');
}

function partOf(format: Intl.DateTimeFormat, at: Instant, part: Intl.DateTimeFormatPartTypes): string {
  return format.formatToParts(at).find(({ type }) => type === part)?.value ?? '';
}

const languageNames = new Intl.DisplayNames(languages, { type: 'language', fallback: 'none' });
const LANGUAGE_CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** 'Spanish' of 'es', in the reader's language; null where the text is no code of a language. */
export function languageText(code: string): string | null {
  return LANGUAGE_CODE.test(code) ? (languageNames.of(code) ?? null) : null;
}

/** The text with a capital letter at its beginning. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(languages));
}

const order = new Intl.Collator(languages, { numeric: true });

/** Which of two texts comes first for the reader, numbers in them by their size: below 0 the first. */
export function comparedTexts(one: string, other: string): number {
  return order.compare(one, other);
}
