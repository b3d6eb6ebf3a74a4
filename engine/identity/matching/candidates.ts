import { eachPair, type Blocking } from './blocking.ts';
import type { Column } from './column.ts';
import { recordComparison } from './levels.ts';

/** Pairs of records that may be of one person, and how well each agrees, field by field. */
export interface Candidates {
  readonly size: number;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Of pair p and field f at `p * fields + f`. */
  readonly levels: Int8Array;
  readonly fields: number;
}

const FIRST_SIZE = 1 << 16;

/** Finds and compares all pairs that the keys bring. `onProgress` hears how many there are so far. */
export function findCandidates(
  columns: readonly Column[],
  blocking: Blocking,
  isOneList: boolean,
  onProgress: (pairs: number) => void = () => undefined,
): Candidates {
  const fields = columns.length;
  const compare = recordComparison(columns);
  const found = new Int8Array(fields);
  let [left, right, levels] = [
    new Uint32Array(FIRST_SIZE),
    new Uint32Array(FIRST_SIZE),
    new Int8Array(FIRST_SIZE * fields),
  ];
  let size = 0;
  eachPair(blocking, isOneList, (one, other) => {
    if (size === left.length) {
      onProgress(size);
      left = grown(left, new Uint32Array(size * 2));
      right = grown(right, new Uint32Array(size * 2));
      levels = grown(levels, new Int8Array(size * 2 * fields));
    }
    compare(one, other, found);
    left[size] = one;
    right[size] = other;
    levels.set(found, size * fields);
    size += 1;
  });
  return { size, left, right, levels, fields };
}

function grown<List extends Uint32Array | Int8Array>(from: List, into: List): List {
  into.set(from);
  return into;
}
