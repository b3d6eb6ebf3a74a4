import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decodeText } from './decode-text.ts';

const Rows = z.array(z.array(z.string()));

/** What a row says, by the names of its columns. */
export type Cells = ReadonlyMap<string, string>;

/**
 * Reads one CSV file with a header. A row with more cells than the header has columns (a delimiter stands in a value) is
 * unreadable: to guess would make somebody another.
 */
export async function readRows(
  path: string,
  delimiter: string,
): Promise<{ readonly rows: readonly Cells[]; readonly unreadable: readonly (readonly string[])[] }> {
  const text = decodeText(await readFile(path));
  const options = { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true };
  const [header = [], ...all] = Rows.parse(parse(text, { ...options, delimiter }));
  const isReadable = (row: readonly string[]): boolean =>
    row.slice(header.length).every((cell) => cell === '');
  return {
    rows: all
      .filter(isReadable)
      .map((row) => new Map(header.map((column, index) => [column, row[index] ?? '']))),
    unreadable: all.filter((row) => !isReadable(row)),
  };
}
