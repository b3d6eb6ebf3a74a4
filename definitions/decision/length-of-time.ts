const UNITS: readonly (readonly [pattern: RegExp, unit: 'D' | 'H' | 'M' | 'S', times: number])[] = [
  [/^w(?:eeks?)?$/, 'D', 7],
  [/^d(?:ays?)?$/, 'D', 1],
  [/^h(?:ours?|rs?)?$/, 'H', 1],
  [/^m(?:in(?:ute)?s?)?$/, 'M', 1],
  [/^s(?:ec(?:ond)?s?)?$/, 'S', 1],
];
const PART = /^(\d{1,6}|an?|one)\s*(\p{L}+)(?:\s*(?:,|and)?\s+|$)/u;
const ORDER = ['D', 'H', 'M', 'S'] as const;

/**
 * A length of time as somebody says it, in ISO 8601: '1 hour' → 'PT1H', '1 day 6 h' → 'P1DT6H', 'an hour and 30 minutes'
 * → 'PT1H30M'. Undefined: it is none.
 */
export function lengthOfTime(said: string): string | undefined {
  const counts = new Map<'D' | 'H' | 'M' | 'S', number>();
  let rest = said.trim().toLowerCase();
  if (rest === '') return undefined;
  while (rest !== '') {
    const [whole = '', count = '', word = ''] = PART.exec(rest) ?? [];
    const [, unit, times] = UNITS.find(([pattern]) => pattern.test(word)) ?? [];
    if (unit === undefined || times === undefined || counts.has(unit)) return undefined;
    counts.set(unit, times * (/^\d/.test(count) ? Number(count) : 1));
    rest = rest.slice(whole.length);
  }
  const [days, ...others] = ORDER.map((unit) => (counts.has(unit) ? `${counts.get(unit)}${unit}` : ''));
  const time = others.join('');
  return `P${days}${time === '' ? '' : `T${time}`}`;
}

const BEFORE: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/^(?:<=|≤|within|up to|at most|no more than)\s*(?:the last\s+)?/, '<= '],
  [/^(?:>=|≥|at least|no less than)\s*/, '>= '],
  [/^(?:<|under|less than|shorter than)\s*/, '< '],
  [/^(?:>|over|more than|longer than)\s*/, '> '],
];
const BEHIND: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/\s+or\s+(?:less|shorter)$/, '<= '],
  [/\s+or\s+(?:more|longer)$/, '>= '],
];

/** What somebody wrote of a length of time in plain words, as a cell writes it: '< 1 hour' → '< @"PT1H"'. */
export function lengthTestMeant(cell: string): string | undefined {
  const said = cell.trim().toLowerCase();
  for (const [pattern, sign] of [...BEFORE, ...BEHIND]) {
    if (!pattern.test(said)) continue;
    const length = lengthOfTime(said.replace(pattern, ''));
    return length === undefined ? undefined : `${sign}@"${length}"`;
  }
  const length = lengthOfTime(said);
  return length === undefined ? undefined : `@"${length}"`;
}
