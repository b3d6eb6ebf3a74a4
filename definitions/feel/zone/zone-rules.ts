import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };

/** Which edition of the IANA's time zone data the rules are of, such as `2026f`. */
export const ZONE_DATA_VERSION: string = packed.version;

/** The rules of a time zone. Offsets are in seconds east of UTC. */
export interface ZoneRules {
  /** At a moment, in seconds since 1970-01-01T00:00:00Z. */
  offsetAt(moment: number): number;
  /**
   * Where its clocks show a time, given as if it were UTC. Of a time that comes twice, the first is meant; one that
   * is left out is counted on from after the gap.
   */
  offsetWhen(clock: number): number;
}

interface Span {
  /** Seconds since the epoch at which it ends. */
  readonly until: number;
  readonly offset: number;
}

/** The rules of the zone of that name (`Europe/Paris`); null if there is none. */
export function zoneRules(name: string): ZoneRules | null {
  const canonical = canonicalName(name);
  const line = packed.zones.find((zone) => zone.startsWith(`${canonical}|`));
  return line === undefined ? null : rulesOf(spansOf(line));
}

function canonicalName(name: string): string {
  const link = packed.links.find((pair) => pair.endsWith(`|${name}`));
  return link === undefined ? name : link.slice(0, link.indexOf('|'));
}

function rulesOf(spans: readonly Span[]): ZoneRules {
  const last = spans.at(-1)?.offset ?? 0;
  return {
    offsetAt: (moment) => spans.find(({ until }) => moment < until)?.offset ?? last,
    offsetWhen: (clock) => spans.find(({ until, offset }) => clock - offset < until)?.offset ?? last,
  };
}

/**
 * A line is `name|abbreviations|offsets|order|lengths|population`: offsets in minutes west of UTC, which of them holds
 * in each span, and the spans' lengths in minutes, the first from the epoch; numbers to the base 60.
 */
function spansOf(line: string): readonly Span[] {
  const [, , offsets = '', order = '', lengths = ''] = line.split('|');
  const minutesWest = offsets.split(' ').map(number60);
  const ends = lengths === '' ? [] : lengths.split(' ').map(number60);
  let until = 0;
  return Array.from(order, (digit, i) => {
    until += ends[i] ?? Infinity;
    return { until: Math.round(until * 60), offset: Math.round(-(minutesWest[number60(digit)] ?? 0) * 60) };
  });
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

function number60(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let part = 1;
  for (const digit of fraction) {
    part /= 60;
    value += DIGITS.indexOf(digit) * part;
  }
  return sign * value;
}
