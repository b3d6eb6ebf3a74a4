const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})$/;
/** As Twitter's first API wrote it: Tue Oct 31 22:10:47 +0000 2017. */
const TWITTER = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}) (\d{4})$/;
/** RFC 5322, section 3.3, with the named zones of its obsolete syntax that are not ambiguous. */
const MAIL =
  /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([+-]\d{4}|GMT|UT|UTC|Z)\b/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE_MS = 60_000;

/** The instant as ISO 8601 in UTC, or null if this is none: a day that is not in the calendar, or no zone. */
export function occurredAt(text: string): string | null {
  const given = text.trim();
  const iso = ISO.exec(given);
  if (iso) return instant([iso[1], iso[2], iso[3], iso[4], iso[5], iso[6] ?? '0'], iso[7]);
  const twitter = TWITTER.exec(given);
  if (twitter)
    return instant(
      [twitter[7], month(twitter[1]), twitter[2], twitter[3], twitter[4], twitter[5]],
      twitter[6],
    );
  const mail = MAIL.exec(given);
  if (mail) return instant([mail[3], month(mail[2]), mail[1], mail[4], mail[5], mail[6] ?? '0'], mail[7]);
  return null;
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf(name ?? '') + 1);
}

function instant(parts: readonly (string | undefined)[], zone: string | undefined): string | null {
  const [year = NaN, monthOfYear = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] =
    parts.map(Number);
  const local = new Date(Date.UTC(year, monthOfYear - 1, day, hour, minute, second));
  const stands =
    // Years before 100 would be taken for those of the last century.
    local.getUTCFullYear() === year &&
    local.getUTCMonth() === monthOfYear - 1 &&
    local.getUTCDate() === day &&
    local.getUTCHours() === hour &&
    local.getUTCMinutes() === minute;
  if (!stands) return null;
  return new Date(local.getTime() - zoneMinutes(zone ?? 'Z') * MINUTE_MS).toISOString();
}

function zoneMinutes(zone: string): number {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!offset) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}
