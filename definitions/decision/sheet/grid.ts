/** The cells of a sheet, row by row, as FEEL or plain text; what is missing at the end of a row, or below, is empty. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** Of a text file: the line on which each row begins. */
  readonly lines?: readonly number[];
  /** Cells that could not be read, with why. */
  readonly faults?: readonly GridFault[];
  /** Cells that are merged with their right neighbours. What is merged downwards only holds in each of its rows. */
  readonly wide?: readonly CellPlace[];
}

/** Both count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridFault extends CellPlace {
  readonly code: 'formula' | 'bad cell';
  readonly message: string;
  readonly fix: string;
}

export const EMPTY = '';

export function cellAt({ rows }: Grid, row: number, column: number): string {
  return rows[row]?.[column] ?? EMPTY;
}

export function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const LETTERS = 26;

/** How a spreadsheet calls the cell: 'A1', 'AB12'. */
export function addressOf({ row, column }: CellPlace): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  return `${letters}${row + 1}`;
}
