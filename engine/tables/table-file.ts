import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openDmn } from '../../definitions/decision/dmn/open-dmn.ts';
import { readDmnTable } from '../../definitions/decision/dmn/read-table.ts';
import { tableDecisions } from '../../definitions/decision/dmn/table-of-decision.ts';
import { text } from '../../definitions/decision/dmn/element.ts';
import { readTableText } from '../../definitions/decision/json/read-table.ts';
import type { TablePlace } from '../../definitions/decision/problem.ts';
import type { Grid } from '../../definitions/decision/sheet/grid.ts';
import { placeIn } from '../../definitions/decision/sheet/notes.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import type { TableFilePlace, TableIssue } from '../../definitions/decision/table-issue.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { CallerProblem } from '../cli/caller-problem.ts';
import { MOST_BYTES, tooManyBytes } from './file-refusal.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

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
  switch (format) {
    case 'csv': {
      const read = readCsv(bytes);
      return 'issue' in read
        ? { format, tables: [], issues: [read.issue] }
        : fromGrid(format, read.grid, undefined);
    }
    case 'xlsx': {
      const read = await readXlsx(bytes);
      if ('issue' in read) return { format, tables: [], issues: [read.issue] };
      const { tables, issues } = fromGrid(format, read.grid, read.sheet);
      return { format, tables, issues: [...passedOver(read.sheet, read.passedOver), ...issues] };
    }
    case 'json': {
      const { table, issues, placesOf } = readTableText(bytes.toString('utf8'));
      return { format, tables: table === null ? [] : [{ table, placesOf }], issues };
    }
    case 'dmn':
      return fromDmn(bytes.toString('utf8'), wanted);
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

function fromGrid(format: TableFormat, grid: Grid, sheet: string | undefined): TableFile {
  const { table, issues, placeOf } = tableFromGrid(grid);
  const ofSheet = sheet === undefined ? {} : { sheet };
  const placesOf: ReadTable['placesOf'] = (places) =>
    places.map((place) => {
      const at = placeOf(place);
      return { ...(at && placeIn(grid, at)), ...ofSheet };
    });
  return {
    format,
    tables: table === null ? [] : [{ table, placesOf }],
    issues: issues.map((issue) => ({ ...issue, place: { ...issue.place, ...ofSheet } })),
  };
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

async function fromDmn(xml: string, wanted: string | undefined): Promise<TableFile> {
  const opened = await openDmn(xml);
  const names =
    wanted !== undefined || 'refusal' in opened
      ? [wanted]
      : tableDecisions(opened.root).map((one) => text(one, 'id') ?? text(one, 'name'));
  const read = await Promise.all(names.map((name) => readDmnTable(xml, name)));
  const issues = read.flatMap((one) => one.issues);
  return {
    format: 'dmn',
    tables: read.flatMap(({ table }) => (table === null ? [] : [{ table, placesOf: dmnPlaces(xml, table) }])),
    issues,
  };
}

/** By the lines on which the elements of these ids begin. */
function dmnPlaces(xml: string, { id, name }: DecisionTable): ReadTable['placesOf'] {
  const lines = new Map<string, number>();
  xml.split('\n').forEach((line, i) => {
    for (const [, found = ''] of line.matchAll(/\sid\s*=\s*["']([^"']*)["']/g)) lines.set(found, i + 1);
  });
  return (places) =>
    places.map(({ row, column }) => {
      const line = lines.get(row ?? column ?? id) ?? lines.get(id);
      return { ...(line !== undefined && { line }), decision: name };
    });
}
