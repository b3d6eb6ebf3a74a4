import { csvRecords } from './csv-records.ts';
import type { CsvRecord } from './csv-records.ts';
import { decode, recognise } from './decode.ts';
import type { RowVerdict } from './read-file.ts';

/** A row of a CSV file by column name. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Delimited {
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
  readonly rejected: readonly RowVerdict[];
}

/** Reads comma separated values whose first row names the columns. */
export function readDelimited(file: Buffer): Delimited {
  const { bytes, encoding } = recognise(file);
  const { records, rejected } = csvRecords(bytes);
  const [header, ...body] = records;
  if (!header) return { columns: [], rows: [], rejected };
  const columns = header.cells.map((cell) => decode(cell, encoding)?.trim() ?? '');
  const rows: DelimitedRow[] = [];
  const verdicts = [...rejected];
  for (const record of body) {
    const row = toRow(record, columns, encoding);
    if ('reason' in row) verdicts.push(row);
    else rows.push(row);
  }
  return { columns, rows, rejected: verdicts };
}

function toRow(
  record: CsvRecord,
  columns: readonly string[],
  encoding: 'utf-8' | 'windows-1252',
): DelimitedRow | RowVerdict {
  if (record.cells.length !== columns.length) {
    return {
      line: record.line,
      field: 'row',
      reason: `has ${record.cells.length} cells where the first row names ${columns.length} columns`,
    };
  }
  const cells = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    const text = decode(record.cells[index] ?? Buffer.alloc(0), encoding);
    if (text === null) return { line: record.line, field: column, reason: `is not ${encoding}` };
    cells.set(column, text);
  }
  return { line: record.line, cells };
}
