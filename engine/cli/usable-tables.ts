import type { TableFilePlace, TableIssue } from '../../definitions/decision/table-issue.ts';
import { readTableFile, type ReadTable } from '../tables/table-file.ts';
import { CallerProblem } from './caller-problem.ts';

/** The tables of a file, at least one, and warnings of what of it is not read. */
export interface UsableTables {
  readonly tables: readonly [ReadTable, ...ReadTable[]];
  readonly issues: readonly TableIssue[];
}

/** Reads the tables of a file; refuses a file that holds none that can be used. */
export async function usableTables(file: string): Promise<UsableTables> {
  const { tables, issues } = await readTableFile(file);
  const [first, ...others] = tables;
  const wrong = issues.find(({ severity }) => severity === 'error');
  if (first === undefined || wrong !== undefined)
    throw new CallerProblem(
      'ill-formed',
      `${file} holds no table that can be used (${wrong?.message.replace(/\.$/, '') ?? 'it is empty'})`,
      `see what is wrong with \`earshot check ${file}\``,
    );
  return { tables: [first, ...others], issues };
}

/** What a table's rows are called, by their places: `row 2 (A9)`. */
export function rowNames({ table, placesOf }: ReadTable): (row: number) => string {
  const places = placesOf(table.rows.map(({ id }) => ({ part: 'when', row: id })));
  return (row) => `row ${row + 1}${inBrackets(places[row] ?? {})}`;
}

/** Where something stands in its file, behind what it is; nothing where that is not known. */
export function inBrackets({ cell, line }: TableFilePlace): string {
  if (cell !== undefined) return ` (${cell})`;
  return line === undefined ? '' : ` (line ${line})`;
}
