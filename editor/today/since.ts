/** The times that the first page can tell of. */
export const SPANS = ['today', 'week', 'all'] as const;
export type SpanName = (typeof SPANS)[number];

const DAYS: Record<Exclude<SpanName, 'all'>, number> = { today: 1, week: 7 };

/** The time that an address names; today, if it names none. */
export function spanIn(search: URLSearchParams): SpanName {
  return SPANS.find((name) => name === search.get('since')) ?? 'today';
}

/** From which instant on (ISO 8601) that is, in the reader's zone: midnight before the first of its days. */
export function sinceOf(span: SpanName, now: number): string | undefined {
  if (span === 'all') return undefined;
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  midnight.setDate(midnight.getDate() - (DAYS[span] - 1));
  return midnight.toISOString();
}
