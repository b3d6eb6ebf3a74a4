import { CsvError, parse } from 'csv-parse/sync';
import { fromCsvCell } from '../../definitions/decision/sheet/csv-text.ts';
import type { Grid } from '../../definitions/decision/sheet/grid.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { decode, recognise } from '../cli/import/decode.ts';
import { CallerProblem } from '../cli/caller-problem.ts';
import { MOST_BYTES, refusal, tooManyBytes } from './file-refusal.ts';

export type GridReading = { readonly grid: Grid } | { readonly issue: TableIssue };

/** Lines above the rows, and some that are empty. */
const MOST_OTHER_LINES = 1_000;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SEPARATORS = /[,;\t]/;

/** The cells of a CSV file: separated by commas, semicolons or tabs, in any encoding that can be recognised. */
export function readCsv(bytes: Buffer): GridReading {
  if (bytes.length > MOST_BYTES) return { issue: tooManyBytes(bytes.length) };
  const text = textOf(bytes);
  if (typeof text !== 'string') return { issue: text };
  const hint = /^sep=(.)\r?\n/.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  if (hasMoreLines(body, BOUNDS.tableRows + MOST_OTHER_LINES)) return { issue: tooManyRows() };
  try {
    const records: unknown = parse(body, {
      delimiter: hint?.[1] ?? separatorOf(body),
      info: true,
      relax_column_count: true,
    });
    const read = recordsOf(records);
    const linesBefore = hint === null ? 0 : 1;
    return {
      grid: {
        rows: read.map(({ cells }) => cells.map(fromCsvCell)),
        lines: read.map(({ cells, line }) => line + linesBefore - lineBreaksIn(cells)),
      },
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { issue: brokenAt(error) };
  }
}

/** Why a sheet of more rows than a table may have is not read; told before it is read whole. */
export function tooManyRows(sheet?: string): TableIssue {
  return refusal(
    'too large',
    `The sheet has more than ${BOUNDS.tableRows} rows, and a table may have no more.`,
    'Keep so many values in a customer system or a word list, and decide by what is found there',
    sheet === undefined ? {} : { sheet },
  );
}

function textOf(bytes: Buffer): string | TableIssue {
  try {
    const recognised = recognise(bytes);
    const text = decode(recognised.bytes, recognised.encoding);
    if (text !== null) return text;
  } catch (error) {
    if (!(error instanceof CallerProblem)) throw error;
  }
  return refusal('unreadable file', 'The file is no text that can be read.', 'Save it as “CSV UTF-8”');
}

/** Whether there are more lines than so many, those within quotes not counted. */
function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && lines <= most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)))
      lines += 1;
  }
  return lines > most;
}

/** Of the three, the one that stands first outside of quotes: the first line begins with a label without any. */
function separatorOf(text: string): string {
  const plain = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '');
  return SEPARATORS.exec(plain)?.[0] ?? ',';
}

/** csv-parse types what it answers for its plain form alone. */
function recordsOf(records: unknown): { readonly cells: readonly string[]; readonly line: number }[] {
  if (!Array.isArray(records)) return [];
  return records.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('record' in one) || !('info' in one)) return [];
    const { record, info } = one;
    if (!Array.isArray(record)) return [];
    const line = typeof info === 'object' && info !== null && 'lines' in info ? Number(info.lines) : 0;
    return [{ cells: record.map(String), line }];
  });
}

/** csv-parse tells the line on which a record ends. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function brokenAt(error: CsvError): TableIssue {
  const line = Number(Reflect.get(error, 'lines'));
  const place = Number.isInteger(line) ? { line } : {};
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return refusal(
    'unreadable file',
    isOpen
      ? 'A quote that is opened is not closed.'
      : 'A quote stands within a cell that does not begin with one.',
    'Write a quote within a cell twice, and the whole cell in quotes; a spreadsheet does so when it saves CSV',
    place,
  );
}
