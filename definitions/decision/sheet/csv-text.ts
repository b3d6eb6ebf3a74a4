import { EMPTY, type Grid } from './grid.ts';

/**
 * What a spreadsheet that opens a CSV file would take for something else than text: a formula (`=5`, `-3`,
 * `@"2026-01-31"`; a dash alone is none), or a truth value that it writes in capitals.
 */
const TAKEN_OTHERWISE = String.raw`(?:[=+@\t\r]|-[^]|(?:TRUE|FALSE)$)`;
const TO_BE_GUARDED = new RegExp(`^(?:'*${TAKEN_OTHERWISE}|'+-$)`);
const GUARDED = new RegExp(`^'+(?:${TAKEN_OTHERWISE}|-$)`);
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Excel reads a file as UTF-8 only if it begins with it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The cell as it stands in a CSV file: an apostrophe before what would be run as a formula. `fromCsvCell` takes it
 * off again, so that every text comes back as it was.
 */
export function csvCell(cell: string): string {
  return TO_BE_GUARDED.test(cell) ? `'${cell}` : cell;
}

/** What a cell of a CSV file says. Truth values that a spreadsheet wrote in capitals are FEEL's. */
export function fromCsvCell(cell: string): string {
  if (cell === 'TRUE' || cell === 'FALSE') return cell.toLowerCase();
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** A sheet as CSV (RFC 4180), for programs and spreadsheets alike; every line has as many cells, as spreadsheets write it. */
export function csvText({ rows }: Grid): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, column) => csvField(csvCell(row[column] ?? EMPTY))).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** A field of a CSV file (RFC 4180), in quotes where it needs them. */
export function csvField(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
