import type { TableParts } from '../table-parts.ts';
import type { DecisionTable } from '../table.ts';
import type { Axis } from './axis.ts';
import { axisOf } from './axis.ts';
import type { Box } from './box.ts';
import type { ReadCell } from './cell.ts';
import { cellReaders } from './cell.ts';
import type { CellSides } from './cell-side.ts';
import { sidesOf } from './cell-side.ts';

/** A row as parts of all inputs: those that surely fit, those that may, and those whose examples do or may. */
export interface GridRow {
  /** Its place in the table, counted from zero. */
  readonly index: number;
  readonly id: string;
  readonly cells: readonly ReadCell[];
  readonly sure: Box;
  readonly may: Box;
  readonly tried: Box;
  /** By column, whether it is told what the cell asks; and of all: then the three are one. */
  readonly told: readonly boolean[];
  readonly isTold: boolean;
}

/** A table as parts of the space that its inputs span. */
export interface Grid {
  readonly table: DecisionTable;
  readonly axes: readonly Axis[];
  /** Those whose cells have no error: a cell with one passes nothing. */
  readonly rows: readonly GridRow[];
  /** Those of which a cell has one. */
  readonly broken: readonly { readonly index: number; readonly cells: readonly ReadCell[] }[];
  /** All inputs, none of them missing. */
  readonly given: Box;
  /** All inputs, missing or not. */
  readonly everything: Box;
  /** Pairs of columns that a variable ties together: not every pair of their values may come up. */
  readonly tied: readonly (readonly [number, number])[];
  /** It has so many rows that tell so many values apart that they are not kept: then there are no rows here. */
  readonly isTooLarge: boolean;
}

/** Words of 32 bits that the parts of all rows may take together: 100 MB. */
const MOST_WORDS = 25_000_000;

export function gridOf(table: DecisionTable, parts: TableParts): Grid {
  const readers = cellReaders(table, parts);
  const cells = table.rows.map(({ when }) => readers.map((read, i) => read(when[i] ?? '-')));
  const axes = table.inputs.map(({ type }, i) =>
    axisOf(
      type,
      cells.flatMap((row) => row[i] ?? []),
    ),
  );
  const words = axes.map(({ all }, i) => all.words.length * new Set(cells.map((row) => row[i])).size);
  const isTooLarge = words.reduce((sum, some) => sum + some, 0) > MOST_WORDS;
  const sides = axes.map(() => new Map<ReadCell, CellSides>());
  const known = (column: number, cell: ReadCell, axis: Axis): CellSides => {
    const found = sides[column]?.get(cell) ?? sidesOf(cell, axis);
    sides[column]?.set(cell, found);
    return found;
  };
  const rows = table.rows.flatMap(({ id }, index): GridRow[] => {
    const ofRow = cells[index] ?? [];
    if (isTooLarge || ofRow.some(({ isBroken }) => isBroken)) return [];
    const ofCells = ofRow.flatMap((cell, i) => {
      const axis = axes[i];
      return axis ? [known(i, cell, axis)] : [];
    });
    return [
      {
        index,
        id,
        cells: ofRow,
        sure: ofCells.map(({ sure }) => sure),
        may: ofCells.map(({ may }) => may),
        tried: ofCells.map(({ tried }) => tried),
        told: ofCells.map(({ isTold }) => isTold),
        isTold: ofCells.every(({ isTold }) => isTold),
      },
    ];
  });
  return {
    table,
    axes,
    rows,
    broken: cells.flatMap((ofRow, index) =>
      ofRow.some(({ isBroken }) => isBroken) ? [{ index, cells: ofRow }] : [],
    ),
    given: axes.map(({ given }) => given),
    everything: axes.map(({ all }) => all),
    tied: tiedColumns(parts),
    isTooLarge,
  };
}

function tiedColumns({ inputs }: TableParts): readonly (readonly [number, number])[] {
  return inputs.flatMap((mine, a) =>
    inputs.flatMap((theirs, b) =>
      a < b && theirs.uses.some((variable) => mine.uses.includes(variable)) ? [[a, b] as const] : [],
    ),
  );
}
