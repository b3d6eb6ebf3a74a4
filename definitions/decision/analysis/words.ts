import { CalendarDate } from '../../feel/value/calendar-date.ts';
import { DateAndTime } from '../../feel/value/date-and-time.ts';
import { formatNumber } from '../../feel/value/number.ts';
import { writeTemporal } from '../../feel/value/notation.ts';
import { TimeOfDay } from '../../feel/value/time-of-day.ts';
import type { Value } from '../../feel/value/value.ts';
import { isContext, isList, isNumber } from '../../feel/value/value.ts';
import { listed } from '../../flow/listed.ts';
import type { Axis } from './axis.ts';
import type { Box } from './box.ts';
import type { Grid } from './grid.ts';
import type { Holding } from './membership.ts';
import { holdings } from './membership.ts';
import type { Side } from './side.ts';
import { covers, membersOf } from './side.ts';

/** A value as a FEEL literal. */
export function feelOf(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isNumber(value)) return formatNumber(value);
  if (isList(value)) return `[${value.map(feelOf).join(', ')}]`;
  const time = writeTemporal(value);
  if (time !== undefined) return `@"${time}"`;
  if (!isContext(value)) return 'null';
  return `{${Object.entries(value)
    .map(([name, entry]) => `${JSON.stringify(name)}: ${feelOf(entry)}`)
    .join(', ')}}`;
}

/** A value as one says it: values of time without FEEL's signs. */
function said(value: Value): string {
  return writeTemporal(value) ?? (value === null ? 'missing' : feelOf(value));
}

/** What a column's value is, in words. */
export function valueInWords(name: string, value: Value): string {
  return `“${name}” is ${said(value)}`;
}

/** A run of stretches that lie side by side; an end that is null is open to that side. */
interface Run {
  readonly low: Value;
  readonly lowIncluded: boolean;
  readonly high: Value;
  readonly highIncluded: boolean;
}

function runsOf(side: Side, axis: Axis): readonly Run[] {
  const members = membersOf(side).filter((i) => i < axis.stretches.length - 1);
  const runs: { first: number; last: number }[] = [];
  for (const i of members) {
    const open = runs.at(-1);
    if (open && open.last === i - 1) open.last = i;
    else runs.push({ first: i, last: i });
  }
  return runs.map(({ first, last }) => {
    const [from, to] = [axis.stretches[first], axis.stretches[last]];
    return {
      low: from?.between ? from.between.low : (from?.value ?? null),
      lowIncluded: from?.between === undefined,
      high: to?.between ? to.between.high : (to?.value ?? null),
      highIncluded: to?.between === undefined,
    };
  });
}

/** The cell that these stretches, and they alone, pass; '-' for all that is given. */
export function cellOf(side: Side, axis: Axis): string {
  if (covers(side, axis.given)) return '-';
  if (axis.kind === 'ordered') return runsOf(side, axis).map(cellOfRun).join(', ');
  if (axis.members) return holdingsOf(side, axis, axis.members).map(cellOfHolding).join(', ');
  const members = membersOf(side).filter((i) => i < axis.stretches.length - 1);
  if (axis.rest === null || !members.includes(axis.rest)) return literals(members, axis).join(', ');
  const others = axis.stretches.flatMap((_, i) =>
    i < axis.stretches.length - 1 && !members.includes(i) ? [i] : [],
  );
  return `not(${literals(others, axis).join(', ')})`;
}

function literals(members: readonly number[], { stretches }: Axis): string[] {
  return members.map((i) => feelOf(stretches[i]?.value ?? null));
}

function cellOfRun({ low, lowIncluded, high, highIncluded }: Run): string {
  if (high === null) return low === null ? '-' : `${lowIncluded ? '>=' : '>'} ${feelOf(low)}`;
  if (low === null) return `${highIncluded ? '<=' : '<'} ${feelOf(high)}`;
  const [from, to] = [feelOf(low), feelOf(high)];
  // As far as `=` goes a moment is as long as a millisecond; here it is the moment alone.
  if (from === to && !(low instanceof DateAndTime || low instanceof TimeOfDay)) return from;
  return `${lowIncluded ? '[' : '('}${from}..${to}${highIncluded ? ']' : ')'}`;
}

/** What is asked of a column in plain words: “tier” is "gold" or "silver". */
function sideInWords(name: string, side: Side, axis: Axis): string {
  const of = `“${name}”`;
  const members = membersOf(side);
  if (members.length === 1 && members[0] === axis.stretches.length - 1) return `${of} is missing`;
  if (axis.kind === 'ordered') return `${of} is ${orList(runsOf(side, axis).map(runInWords))}`;
  if (axis.members) return `${of} ${orList(holdingsOf(side, axis, axis.members).map(holdingInWords))}`;
  const given = members.filter((i) => i < axis.stretches.length - 1);
  if (axis.rest === null || !given.includes(axis.rest)) return `${of} is ${orList(literals(given, axis))}`;
  const others = axis.stretches.flatMap((_, i) =>
    i < axis.stretches.length - 1 && !given.includes(i) ? [i] : [],
  );
  return `${of} is not ${orList(literals(others, axis))}`;
}

function holdingsOf(side: Side, axis: Axis, members: readonly Value[]): readonly Holding[] {
  const lists = membersOf(side).flatMap((i) => {
    const list = axis.stretches[i]?.value ?? null;
    return isList(list) ? [list] : [];
  });
  return holdings(lists, members);
}

function cellOfHolding({ held, lacked }: Holding): string {
  const holds = (member: Value): string => `list contains(?, ${feelOf(member)})`;
  return [...held.map(holds), ...lacked.map((member) => `not(${holds(member)})`)].join(' and ');
}

function holdingInWords({ held, lacked }: Holding): string {
  const parts = [
    held.length > 0 ? `holds ${andList(held.map(feelOf))}` : '',
    lacked.length > 0 ? `does not hold ${orList(lacked.map(feelOf))}` : '',
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

const AMOUNTS = { from: 'at least', after: 'above', until: 'at most', before: 'below' };
const MOMENTS = { from: 'from', after: 'after', until: 'up to', before: 'before' };

function runInWords({ low, lowIncluded, high, highIncluded }: Run): string {
  const word = isMoment(low ?? high) ? MOMENTS : AMOUNTS;
  const [from, to] = [low === null ? null : said(low), high === null ? null : said(high)];
  const lower = from === null ? null : `${lowIncluded ? word.from : word.after} ${from}`;
  const upper = to === null ? null : `${highIncluded ? word.until : word.before} ${to}`;
  if (lower === null) return upper ?? 'anything';
  if (upper === null) return lower;
  if (from === to) return from ?? lower;
  return lowIncluded && highIncluded ? `from ${from} to ${to}` : `${lower} and ${upper}`;
}

function isMoment(value: Value): boolean {
  return value instanceof CalendarDate || value instanceof DateAndTime || value instanceof TimeOfDay;
}

const MOST_LISTED = 8;

/** `a, b or c`; of many the first few, and how many more. */
export function orList(items: readonly string[]): string {
  return someOf(items, 'or');
}

export function andList(items: readonly string[]): string {
  return someOf(items, 'and');
}

function someOf(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= MOST_LISTED + 1) return listed(items, word);
  return listed([...items.slice(0, MOST_LISTED), `${items.length - MOST_LISTED} more`], word);
}

/** The columns of a box that do not take everything given, in words: “tier” is "gold" and “amount” is above 500. */
export function boxInWords(box: Box, { table, axes }: Grid): string {
  const asked = table.inputs.flatMap(({ name }, c) => {
    const [side, axis] = [box[c], axes[c]];
    return side && axis && !covers(side, axis.given) ? [sideInWords(name, side, axis)] : [];
  });
  return asked.join(' and ');
}

/** `row 3`; `rows 1, 3 and 4`; rows in a row as `1–9`. Rows are counted from one. */
export function rowsInWords(indexes: readonly number[]): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const i of sorted) {
    const open = runs.at(-1);
    if (open && open.last === i - 1) open.last = i;
    else runs.push({ first: i, last: i });
  }
  const texts = runs.flatMap(({ first, last }) => {
    if (first === last) return [`${first + 1}`];
    return last === first + 1 ? [`${first + 1}`, `${last + 1}`] : [`${first + 1}–${last + 1}`];
  });
  return `${sorted.length === 1 ? 'row' : 'rows'} ${andList(texts)}`;
}
