import { bytesOf } from '../read-file.ts';
import { CallerProblem } from '../caller-problem.ts';
import { readDelimited, type Delimited } from '../import/delimited.ts';

/** A row that could not be read, and why. */
export interface LeftOutRow {
  readonly line: number;
  readonly reason: string;
}

/** The records of a file: cells by column, in the order of the rows. */
export interface RecordFile {
  readonly columns: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly leftOut: readonly LeftOutRow[];
}

/** Reads a CSV file whole. Rows that are broken are left out and told of; a file without any record is refused. */
export function readRecordFile(file: string, encoding: string | null): RecordFile {
  const bytes = bytesOf(file);
  const { columns, rows: read }: Delimited = readDelimited(bytes, encoding, (all) => all);
  const rows: ReadonlyMap<string, string>[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const row of read) {
    if ('reason' in row)
      leftOut.push({
        line: row.line,
        reason: row.field === 'row' ? row.reason : `“${row.field}” ${row.reason}`,
      });
    else rows.push(row.cells);
  }
  if (rows.length === 0)
    throw new CallerProblem(
      'no records',
      `${file} holds no record that can be read${leftOut[0] === undefined ? '' : ` (line ${leftOut[0].line} ${leftOut[0].reason})`}`,
      'give a CSV file whose first row names the columns',
    );
  return { columns, rows, leftOut };
}
