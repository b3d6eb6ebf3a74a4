import { NOTHING, type Column } from './column.ts';
import { COMPARISONS, isClose } from './compare.ts';
import { COUNTED, CROSSABLE, CROSSED, DIFFERENT, MISSING, SAME } from './field-kind.ts';

/** Writes into `levels` how well two records agree, field by field. */
export type CompareRecords = (left: number, right: number, levels: Int8Array) => void;

/** Compares records of two lists by all their columns. */
export function recordComparison(columns: readonly Column[]): CompareRecords {
  const fields = columns.map((column) => ({ ...column, compare: comparisonOf(column) }));
  const crossed = CROSSABLE.flatMap(([a, b]) => {
    const [one, other] = [a, b].map((kind) => columns.findIndex((column) => column.kind === kind));
    const pair = [columns[one ?? -1], columns[other ?? -1]] as const;
    return one === undefined || other === undefined || pair[0] === undefined || pair[1] === undefined
      ? []
      : [{ places: [one, other] as const, columns: [pair[0], pair[1]] as const }];
  });
  return (left, right, levels) => {
    fields.forEach(({ left: ofLeft, right: ofRight, compare }, at) => {
      const one = ofLeft[left] ?? NOTHING;
      const other = ofRight[right] ?? NOTHING;
      if (one === NOTHING || other === NOTHING) levels[at] = MISSING;
      else levels[at] = one === other ? SAME : compare(one, other);
    });
    for (const { places, columns: both } of crossed) putCrossed(both, places, left, right, levels);
  };
}

/** Of a field with few enough values what was compared once is kept: a byte for each two of them. */
const MOST_KEPT = 1 << 24;

/** Compares values of a column, by their numbers. */
function comparisonOf({ kind, texts }: Column): (one: number, other: number) => number {
  const compare = COMPARISONS[kind];
  const anew = (one: number, other: number): number => compare(texts[one] ?? '', texts[other] ?? '');
  const distinct = texts.length;
  if (distinct ** 2 > MOST_KEPT) return anew;
  // One above the level; 0: not compared yet.
  const kept = new Uint8Array(distinct ** 2);
  return (one, other) => {
    const [first, second] = one < other ? [one, other] : [other, one];
    const place = first * distinct + second;
    const known = kept[place] ?? 0;
    if (known > 0) return known - 1;
    const level = anew(first, second);
    kept[place] = level + 1;
    return level;
  };
}

/**
 * Two fields that say nothing for it as they stand may agree with each other's values. That both do is one slip, and
 * counted once.
 */
function putCrossed(
  [a, b]: readonly [Column, Column],
  [one, other]: readonly [number, number],
  left: number,
  right: number,
  levels: Int8Array,
): void {
  if (agreesIn(levels, one) || agreesIn(levels, other)) return;
  const first = crossing(a.texts[a.left[left] ?? NOTHING], b.texts[b.right[right] ?? NOTHING]);
  if (first === DIFFERENT) return;
  const second = crossing(b.texts[b.left[left] ?? NOTHING], a.texts[a.right[right] ?? NOTHING]);
  if (second === DIFFERENT || (first === MISSING && second === MISSING)) return;
  const [counted, beside] = first === CROSSED ? [one, other] : [other, one];
  levels[counted] = CROSSED;
  if (levels[beside] !== MISSING) levels[beside] = COUNTED;
}

function agreesIn(levels: Int8Array, at: number): boolean {
  return levels[at] !== DIFFERENT && levels[at] !== MISSING;
}

function crossing(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return MISSING;
  return isClose(one, other) ? CROSSED : DIFFERENT;
}
