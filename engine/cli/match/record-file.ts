import { bytesOf } from '../read-file.ts';
import { CallerProblem } from '../caller-problem.ts';
import { readDelimited } from '../import/delimited.ts';

/** A row that could not be read, and why. */
export interface LeftOutRow {
  readonly line: number;
  readonly reason: string;
}

/** The records of a file, in the order of the rows. */
export interface RecordFile {
  readonly size: number;
  readonly columns: readonly string[];
  /** What stands in a column, record by record; only columns that were asked for have any. */
  readonly cells: (column: string) => readonly string[];
  readonly leftOut: readonly LeftOutRow[];
}

/** A file whose columns are known, to be read once it is decided which of them are wanted (by default all). */
export interface OpenRecordFile {
  readonly columns: readonly string[];
  readonly read: (wanted?: readonly string[]) => RecordFile;
}

/** Opens a CSV file; refuses one that names no columns, or separates them otherwise than by commas. */
export function openRecordFile(file: string, encoding: string | null): OpenRecordFile {
  const bytes = bytesOf(file);
  const { columns } = readDelimited(bytes, encoding, () => []);
  if (columns.length === 0) throw noRecords(file);
  const [only = ''] = columns;
  if (columns.length === 1 && /[;\t]/.test(only))
    throw new CallerProblem(
      'no commas',
      `${file} has one column, “${only}”`,
      'separate its columns by commas; they seem to be separated by semicolons or tabs',
    );
  return { columns, read: (wanted) => recordsIn(file, bytes, encoding, wanted) };
}

/** Reads a CSV file whole. */
export function readRecordFile(file: string, encoding: string | null): RecordFile {
  return openRecordFile(file, encoding).read();
}

/**
 * Rows that are broken are left out and told of; a file without any record is refused. Texts that stand in a column many
 * times are kept once: a file may have a million records.
 */
function recordsIn(
  file: string,
  bytes: Buffer,
  encoding: string | null,
  wanted?: readonly string[],
): RecordFile {
  const { columns, rows } = readDelimited(bytes, encoding, (all) => wanted ?? all);
  const read = new Map((wanted ?? columns).map((column) => [column, textsOnce()]));
  const leftOut: LeftOutRow[] = [];
  let size = 0;
  for (const row of rows) {
    if ('reason' in row) {
      const reason = row.field === 'row' ? row.reason : `“${row.field}” ${row.reason}`;
      leftOut.push({ line: row.line, reason });
      continue;
    }
    size += 1;
    for (const [column, texts] of read) texts.add(row.cells.get(column) ?? '');
  }
  if (size === 0) throw noRecords(file, leftOut[0]);
  return { size, columns, cells: (column) => read.get(column)?.all ?? [], leftOut };
}

function noRecords(file: string, broken?: LeftOutRow): CallerProblem {
  const why = broken === undefined ? '' : ` (line ${broken.line} ${broken.reason})`;
  return new CallerProblem(
    'no records',
    `${file} holds no record that can be read${why}`,
    'give a CSV file whose first row names the columns',
  );
}

/** A list in which equal texts are one. */
function textsOnce(): { readonly all: readonly string[]; readonly add: (text: string) => void } {
  const all: string[] = [];
  const known = new Map<string, string>();
  return {
    all,
    add(text) {
      const before = known.get(text);
      if (before === undefined) known.set(text, text);
      all.push(before ?? text);
    },
  };
}
