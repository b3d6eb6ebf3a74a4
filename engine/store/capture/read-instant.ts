const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i;
const EARLIEST = Date.UTC(1970, 0, 1);

/**
 * The instant of an ISO 8601 date and time with a zone; null for anything else, for a day that no calendar has
 * (30 February), and for times before 1970.
 */
export function readInstant(text: string): Date | null {
  const parts = ISO.exec(text);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1, 4).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return null;
  const at = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase());
  return Number.isNaN(at.getTime()) || at.getTime() < EARLIEST ? null : at;
}
