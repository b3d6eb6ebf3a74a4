import type { FieldKind } from './field-kind.ts';
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
    const read = readerOf(field.kind, () => [...given, ...others]);
    const texts: string[] = [];
    const numbers = new Map<string, number>();
    const known = new Map<string, number>();
    const numberOf = (raw: string): number => {
      const before = known.get(raw);
      if (before !== undefined) return before;
      const text = read(raw);
      let number = text === null ? NOTHING : numbers.get(text);
      if (number === undefined && text !== null) {
        number = texts.push(text) - 1;
        numbers.set(text, number);
      }
      known.set(raw, number ?? NOTHING);
      return number ?? NOTHING;
    };
    const leftValues = Int32Array.from({ length: left.size }, (_, record) => numberOf(given[record] ?? ''));
    const rightValues =
      right === null
        ? leftValues
        : Int32Array.from({ length: right.size }, (_, record) => numberOf(others[record] ?? ''));
    const leftCounts = countsOf(leftValues, texts.length);
    const rightCounts = right === null ? leftCounts : countsOf(rightValues, texts.length);
    return { ...field, texts, left: leftValues, right: rightValues, leftCounts, rightCounts };
  });
}

function countsOf(values: Int32Array, distinct: number): Counts {
  const of = new Float64Array(distinct);
  let all = 0;
  for (const value of values) {
    if (value === NOTHING) continue;
    of[value] = (of[value] ?? 0) + 1;
    all += 1;
  }
  return { of, all };
}

/** The chance that a random record of either list has this value, of those that say anything. */
export function shareOf({ leftCounts, rightCounts, left, right }: Column, value: number): number {
  const isOneList = left === right;
  const count = (leftCounts.of[value] ?? 0) + (isOneList ? 0 : (rightCounts.of[value] ?? 0));
  return count / Math.max(1, leftCounts.all + (isOneList ? 0 : rightCounts.all));
}
