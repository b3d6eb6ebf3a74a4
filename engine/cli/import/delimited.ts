import { csvRecords } from './csv-records.ts';
import { decode, recognise, type Recognised } from './decode.ts';
import type { RowVerdict } from './read-file.ts';

/** A row of a CSV file: the texts of its cells, by column name. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Delimited {
  /** Empty for a file without a first row. */
  readonly columns: readonly string[];
  /** One after the other: a file may have very many. */
  readonly rows: Iterable<DelimitedRow | RowVerdict>;
}

/**
 * Reads comma separated values whose first row names the columns. `wanted` says which columns are looked at; a broken
 * character in another harms nobody. `told`: the encoding, if it is known.
 */
export function readDelimited(
  file: Buffer,
  told: string | null,
  wanted: (columns: readonly string[]) => readonly string[],
): Delimited {
  const recognised = recognise(file, told);
  const records = csvRecords(recognised.bytes);
  const early: RowVerdict[] = [];
  for (let next = records.next(); next.done !== true; next = records.next()) {
    if ('reason' in next.value) {
      early.push(next.value);
      continue;
    }
    const columns = next.value.cells.map((cell) => decode(cell, recognised.encoding)?.trim() ?? '');
    return { columns, rows: rowsOf(early, records, columns, wanted(columns), recognised) };
  }
  return { columns: [], rows: early };
}

function* rowsOf(
  early: readonly RowVerdict[],
  records: ReturnType<typeof csvRecords>,
  columns: readonly string[],
  wanted: readonly string[],
  { encoding, name }: Recognised,
): Generator<DelimitedRow | RowVerdict> {
  yield* early;
  const places = wanted.map((column) => [column, columns.lastIndexOf(column)] as const);
  for (const record of records) {
    if ('reason' in record) yield record;
    else yield rowOf(record);
  }

  function rowOf({ line, cells }: { line: number; cells: readonly Buffer[] }): DelimitedRow | RowVerdict {
    if (cells.length !== columns.length) {
      const reason = `has ${cells.length} cells where the first row names ${columns.length} columns`;
      return { line, field: 'row', reason };
    }
    const texts = new Map<string, string>();
    for (const [column, place] of places) {
      const text = decode(cells[place] ?? Buffer.alloc(0), encoding);
      if (text === null) return { line, field: column, reason: `is not ${name}` };
      texts.set(column, text);
    }
    return { line, cells: texts };
  }
}
