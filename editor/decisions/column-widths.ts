import type { TableRow } from '../../definitions/decision/table.ts';
import { textAt, type GridColumn } from './cells.ts';

export const NUMBER_WIDTH = 48;
export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 48;

const CHARACTER = 7.4;
const AROUND = 26;
const NARROWEST = 92;
const WIDEST = 300;
/** So many rows say how long the texts of a column mostly are. */
const LOOKED_AT = 200;

/** How wide each column is at least, in pixels: as its head and its first rows ask for, within bounds. */
export function columnWidths(columns: readonly GridColumn[], rows: readonly TableRow[]): readonly number[] {
  const some = rows.slice(0, LOOKED_AT);
  return columns.map((column) => {
    const longest = some.reduce(
      (most, row) => Math.max(most, textAt(row, column).length),
      headLength(column),
    );
    return Math.round(Math.max(NARROWEST, Math.min(WIDEST, longest * CHARACTER + AROUND)));
  });
}

function headLength(column: GridColumn): number {
  if (column.kind === 'note') return 16;
  const { name } = column.clause;
  const expression = column.kind === 'input' ? (column.clause.expression ?? '') : '';
  return Math.max(name.length + 3, expression.length === 0 ? 12 : expression.length + 12);
}

/** The columns as CSS lays them out: what room is left is shared by their widths. */
export function gridTemplate(widths: readonly number[]): {
  readonly template: string;
  readonly total: number;
} {
  return {
    template: [`${NUMBER_WIDTH}px`, ...widths.map((width) => `minmax(${width}px, ${width}fr)`)].join(' '),
    total: widths.reduce((sum, width) => sum + width, NUMBER_WIDTH),
  };
}
