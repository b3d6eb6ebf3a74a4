/** A cell by where it stands among the rows and columns that are shown; both count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cell that is worked in, and the one from which a range reaches to it. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
}

/** A range of cells; its ends belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns are shown. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export const AT_FIRST: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };

export function areaOf({ active, anchor }: Selection): Area {
  return {
    top: Math.min(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    bottom: Math.max(active.row, anchor.row),
    right: Math.max(active.column, anchor.column),
  };
}

/** The nearest cell that there is. */
export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  const between = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
  return { row: between(row, rows), column: between(column, columns) };
}

/** One cell alone. */
export function alone(place: Place): Selection {
  return { active: place, anchor: place };
}

/** A selection that still lies within what is shown. */
export function kept(selection: Selection, extent: Extent): Selection {
  const active = within(selection.active, extent);
  const anchor = within(selection.anchor, extent);
  const isSame = samePlace(active, selection.active) && samePlace(anchor, selection.anchor);
  return isSame ? selection : { active, anchor };
}

export function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** All rows of an area, by where they are shown. */
export function rowsIn({ top, bottom }: Area): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}
