/** ISO 8601 in UTC of an instant of the database; null stays null. */
export function iso(at: Date): string;
export function iso(at: Date | null | undefined): string | null;
export function iso(at: Date | null | undefined): string | null {
  return at === null || at === undefined ? null : at.toISOString();
}

/** The instant that an ISO 8601 text names; null for null and for what names none. */
export function instant(text: string | null | undefined): Date | null {
  if (text === null || text === undefined) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The instant that an ISO 8601 text of our own making names. A text that names none is a fault. */
export function knownInstant(text: string): Date {
  const at = instant(text);
  if (at === null) throw new RangeError(`'${text}' is no instant.`);
  return at;
}
