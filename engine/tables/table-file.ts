import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TablePlace } from '../../definitions/decision/problem.ts';
import type { TableFilePlace, TableIssue } from '../../definitions/decision/table-issue.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { CallerProblem } from '../cli/caller-problem.ts';
import { MOST_BYTES, tooManyBytes } from './file-refusal.ts';

/** How a table is kept in a file; the ending of the name says which. */
export const FORMATS = ['dmn', 'xlsx', 'csv', 'json'] as const;
export type TableFormat = (typeof FORMATS)[number];

export function formatOf(file: string): TableFormat | undefined {
  const ending = path.extname(file).slice(1).toLowerCase();
  return FORMATS.find((format) => format === ending);
}

/** A table with where in its file its parts stand. */
export interface ReadTable {
  readonly table: DecisionTable;
  placesOf(places: readonly TablePlace[]): readonly TableFilePlace[];
}

export interface TableFile {
  readonly format: TableFormat;
  /** One, or those of the decisions of a DMN file; with an error among the issues they are not whole. */
  readonly tables: readonly ReadTable[];
  readonly issues: readonly TableIssue[];
}

/**
 * Reads the tables of a file. What is wrong with the file is an issue; that there is no such file is the caller's
 * problem.
 *
 * @param wanted of a DMN file, the one decision to be read.
 */
export async function readTableFile(file: string, wanted?: string): Promise<TableFile> {
  const format = formatOf(file);
  if (format === undefined)
    throw new CallerProblem(
      'no such format',
      `${file} is no file that a table is kept in`,
      `name one that ends in ${FORMATS.map((one) => `.${one}`).join(', ')}`,
    );
  const bytes = bytesOf(file);
  if (!Buffer.isBuffer(bytes)) return { format, tables: [], issues: [bytes.issue] };
  return readTableBytes(format, bytes, wanted);
}

/** Reads the tables of a file that is at hand. */
export async function readTableBytes(
  format: TableFormat,
  bytes: Buffer,
  wanted?: string,
): Promise<TableFile> {
  // What reads one kind is loaded where that kind is read: a file that is refused is refused at once.
  switch (format) {
    case 'csv': {
      const { readCsv } = await import('./read-csv.ts');
      const read = readCsv(bytes);
      if ('issue' in read) return { format, tables: [], issues: [read.issue] };
      const { sheetTable } = await import('./sheet-table.ts');
      return { format, ...sheetTable(read.grid) };
    }
    case 'xlsx': {
      const { readXlsx } = await import('./read-xlsx.ts');
      const read = await readXlsx(bytes);
      if ('issue' in read) return { format, tables: [], issues: [read.issue] };
      const { sheetTable } = await import('./sheet-table.ts');
      const { tables, issues } = sheetTable(read.grid, read.sheet);
      return { format, tables, issues: [...passedOver(read.sheet, read.passedOver), ...issues] };
    }
    case 'json': {
      const { readTableText } = await import('../../definitions/decision/json/read-table.ts');
      const { table, issues, placesOf } = readTableText(bytes.toString('utf8'));
      return { format, tables: table === null ? [] : [{ table, placesOf }], issues };
    }
    case 'dmn': {
      const { dmnTables } = await import('./dmn-tables.ts');
      return { format, ...(await dmnTables(bytes.toString('utf8'), wanted)) };
    }
  }
}

/** Refuses a large file before it is read. */
function bytesOf(file: string): Buffer | { readonly issue: TableIssue } {
  try {
    const { size } = statSync(file);
    return size > MOST_BYTES ? { issue: tooManyBytes(size) } : readFileSync(file);
  } catch (error) {
    throw new CallerProblem(
      'no file',
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'name a file that holds a table',
    );
  }
}

function passedOver(sheet: string, others: readonly string[]): TableIssue[] {
  if (others.length === 0) return [];
  const names = others.slice(0, 10).map((name) => `“${name}”`);
  return [
    {
      code: 'several tables',
      severity: 'warning',
      place: { sheet },
      message: `The sheet “${sheet}” is read, and not ${names.join(', ')}.`,
      fix: { title: 'Put the sheet that is meant first, or keep it in a workbook of its own' },
    },
  ];
}
