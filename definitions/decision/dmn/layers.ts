/** Something to be drawn; it stands below all that go by it. */
export interface Drawn {
  readonly id: string;
  readonly width: number;
  /** Ids of what it goes by, which come after it among those to be drawn. */
  readonly needs: readonly string[];
}

export interface Spot {
  /** Of its left edge. */
  readonly x: number;
  /** Rows count from 0, at the top. */
  readonly row: number;
}

export interface Layers {
  readonly spots: ReadonlyMap<string, Spot>;
  /** Where a line from what is needed up to who needs it passes the rows between: the middle and row of each. */
  passes(from: string, to: string): readonly Spot[];
}

/** Room between two that stand side by side. */
const GAP = 35;
/** Room for a line that passes a row. */
const LINE = 10;
const SWEEPS = 4;

/** One place in a row: of something that is drawn, or of the line that leads up from it. */
interface Place {
  readonly of: string;
  readonly width: number;
  /** Where it is led to in the row above. */
  readonly above: readonly string[];
}

/**
 * Places in rows: each thing below all that go by it, near to them, with few lines crossing, in the way of Sugiyama.
 * A line over several rows has a place in each of them, so that it passes no box.
 */
export function layersOf(all: readonly Drawn[]): Layers {
  const rowOf = new Map<string, number>();
  const top = new Map<string, number>();
  for (const { id, needs } of all) {
    const row = rowOf.get(id) ?? 0;
    rowOf.set(id, row);
    for (const need of needs) {
      rowOf.set(need, Math.max(rowOf.get(need) ?? 0, row + 1));
      top.set(need, Math.min(top.get(need) ?? row, row));
    }
  }
  const rows = rowsOf(all, rowOf, top);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let row = 1; row < rows.length; row += 1) order(rows, row, (place) => place.above, row - 1);
    for (let row = rows.length - 2; row >= 0; row -= 1)
      order(rows, row, belowIn(rows[row + 1] ?? []), row + 1);
  }
  const middles = middlesOf(rows);
  const left = Math.min(
    0,
    ...all.map(({ id, width }) => (middles.get(key(id, rowOf.get(id) ?? 0)) ?? 0) - width / 2),
  );
  const middle = (of: string, row: number): number => (middles.get(key(of, row)) ?? 0) - left;
  const spots = all.map(({ id, width }): readonly [string, Spot] => {
    const row = rowOf.get(id) ?? 0;
    return [id, { x: middle(id, row) - width / 2, row }];
  });
  return {
    spots: new Map(spots),
    passes: (from, to) => {
      const [start, end] = [rowOf.get(from) ?? 0, rowOf.get(to) ?? 0];
      return Array.from({ length: Math.max(0, start - end - 1) }, (_, i) => {
        const row = start - 1 - i;
        return { x: middle(from, row), row };
      });
    },
  };
}

/** In each row what stands there, and the lines that pass it; at first in the order in which things are to be drawn. */
function rowsOf(
  all: readonly Drawn[],
  rowOf: ReadonlyMap<string, number>,
  top: ReadonlyMap<string, number>,
): Place[][] {
  const neededBy = new Map<string, string[]>();
  for (const { id, needs } of all)
    for (const need of needs) neededBy.set(need, [...(neededBy.get(need) ?? []), id]);
  const rows: Place[][] = [];
  for (const { id, width } of all) {
    const own = rowOf.get(id) ?? 0;
    const last = top.get(id) ?? own - 1;
    for (let row = own; row > last && row >= 0; row -= 1) {
      const others = (neededBy.get(id) ?? []).filter((one) => rowOf.get(one) === row - 1);
      const isLedOn = row - 1 > last;
      const place = { of: id, width: row === own ? width : LINE, above: isLedOn ? [...others, id] : others };
      (rows[row] ??= []).push(place);
    }
  }
  return rows;
}

function belowIn(row: readonly Place[]): (place: Place) => readonly string[] {
  const below = new Map<string, string[]>();
  for (const { of, above } of row) for (const one of above) below.set(one, [...(below.get(one) ?? []), of]);
  return ({ of }) => below.get(of) ?? [];
}

/** Orders a row by where those in another row stand that its places are led to. */
function order(
  rows: Place[][],
  row: number,
  beside: (place: Place) => readonly string[],
  other: number,
): void {
  const at = new Map((rows[other] ?? []).map(({ of }, i) => [of, i]));
  const places = rows[row] ?? [];
  const weights = new Map(
    places.map((place, i) => {
      const found = beside(place).flatMap((of) => at.get(of) ?? []);
      const own = (i / Math.max(1, places.length)) * at.size;
      return [place, found.length === 0 ? own : mean(found)] as const;
    }),
  );
  rows[row] = places.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
}

/** The middle of each place: under what it is led to, as far as its row has room. */
function middlesOf(rows: readonly (readonly Place[])[]): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  for (const [row, places] of rows.entries()) {
    let edge = -Infinity;
    const wanted: number[] = [];
    const found: number[] = [];
    for (const { width, above } of places) {
      const over = above.flatMap((of) => middles.get(key(of, row - 1)) ?? []);
      const want = over.length === 0 ? edge + width / 2 : mean(over);
      const middle = Math.max(Number.isFinite(want) ? want : 0, edge + width / 2);
      wanted.push(Number.isFinite(want) ? want : middle);
      found.push(middle);
      edge = middle + width / 2 + GAP;
    }
    const shift = mean(wanted) - mean(found);
    for (const [i, { of }] of places.entries()) middles.set(key(of, row), (found[i] ?? 0) + shift);
  }
  return middles;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function key(of: string, row: number): string {
  return `${row} ${of}`;
}
