import { OWN, type FieldKind } from './field-kind.ts';
import { plainText } from './plain-text.ts';
import { readerOf } from './read-value.ts';

/** A field that two lists of records have in common. */
export interface MatchField {
  readonly name: string;
  readonly kind: FieldKind;
}

/** The records of one list, by fields: `columns[field][record]`, as they were given. */
export interface RecordList {
  readonly size: number;
  readonly columns: readonly (readonly string[])[];
}

/** No value: nothing is said. */
export const NOTHING = -1;

/** What both lists say in one field, read for comparing. Each distinct value has a number, its place in `texts`. */
export interface Column extends MatchField {
  readonly texts: readonly string[];
  /** Of each record the number of its value, or `NOTHING`. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Of each value how many records have it, and how many have any. */
  readonly leftCounts: Counts;
  readonly rightCounts: Counts;
  /** How many records say something that nobody can read, a date in an unknown form. */
  readonly unread: number;
}

export interface Counts {
  readonly of: Float64Array;
  readonly all: number;
}

/** Reads two lists, or one for finding within it (`right` is null). */
export function readColumns(
  fields: readonly MatchField[],
  left: RecordList,
  right: RecordList | null,
): readonly Column[] {
  return fields.map((field, at) => {
    const [given, others] = [left.columns[at] ?? [], right?.columns[at] ?? []];
    const texts: string[] = [];
    const numbers = new Map<string, number>();
    let unread = 0;
    // Each list for itself: one may have the day first, and the other the month.
    const valuesOf = (cells: readonly string[], size: number): Int32Array => {
      const read = readerOf(field.kind, () => cells);
      const known = new Map<string, number>();
      const numberOf = (raw: string): number => {
        const text = read(raw);
        if (text === null) return NOTHING;
        const number = numbers.get(text) ?? texts.push(text) - 1;
        numbers.set(text, number);
        return number;
      };
      return Int32Array.from({ length: size }, (_, record) => {
        const raw = cells[record] ?? '';
        const number = known.get(raw) ?? numberOf(raw);
        known.set(raw, number);
        if (number === NOTHING && saysSomething(raw)) unread += 1;
        return number;
      });
    };
    const leftValues = valuesOf(given, left.size);
    const rightValues = right === null ? leftValues : valuesOf(others, right.size);
    const leftCounts = countsOf(leftValues, texts.length);
    const rightCounts = right === null ? leftCounts : countsOf(rightValues, texts.length);
    return { ...field, texts, left: leftValues, right: rightValues, leftCounts, rightCounts, unread };
  });
}

/** How often each of so many numbers stands in a list; `NOTHING` is none. */
export function countsOf(values: Int32Array, distinct: number): Counts {
  const of = new Float64Array(distinct);
  let all = 0;
  for (const value of values) {
    if (value === NOTHING) continue;
    of[value] = (of[value] ?? 0) + 1;
    all += 1;
  }
  return { of, all };
}

/** What somebody meant to say something by, and is no way to write that nothing is known. */
function saysSomething(raw: string): boolean {
  return /[1-9\p{L}]/u.test(raw) && plainText(raw) !== null;
}

/** How many records have a value, and how many have any. */
export function countOf(
  { leftCounts, rightCounts, left, right }: Column,
  value: number,
): { readonly count: number; readonly all: number } {
  const isOneList = left === right;
  return {
    count: (leftCounts.of[value] ?? 0) + (isOneList ? 0 : (rightCounts.of[value] ?? 0)),
    all: leftCounts.all + (isOneList ? 0 : rightCounts.all),
  };
}

/** So much of a second record that has somebody's own number, where nobody else has it: a slip of one in a hundred. */
const SLIP = 0.01;

/**
 * The chance that a stranger has the value that two records share, from how many have it. Of the two one is not counted,
 * for they may be of one person; of what is somebody's own neither is.
 */
export function shareOf(column: Column, value: number): number {
  const { count, all } = countOf(column, value);
  const others = OWN.has(column.kind) ? count - 2 + SLIP : count - 1;
  return Math.max(others, SLIP) / Math.max(1, all);
}
