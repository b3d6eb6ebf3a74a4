import type { TableFix, TableIssue, TableIssueCode } from '../table-issue.ts';
import { addressOf, type CellPlace, type Grid } from './grid.ts';

/** Collects what is wrong with a sheet. */
export interface Notes {
  readonly issues: TableIssue[];
  error(at: CellPlace, code: TableIssueCode, message: string, fix?: TableFix): void;
  warning(at: CellPlace, code: TableIssueCode, message: string, fix?: TableFix): void;
}

/** More than anybody reads at once; a broken sheet can have one for each of its cells. */
const MOST_ISSUES = 200;

export function newNotes(grid: Grid): Notes {
  const issues: TableIssue[] = [];
  const note =
    (severity: TableIssue['severity']): Notes['error'] =>
    (at, code, message, fix) => {
      if (issues.length >= MOST_ISSUES) return;
      const place = placeIn(grid, at);
      issues.push({ code, severity, place, message, ...(fix && { fix }) });
    };
  return { issues, error: note('error'), warning: note('warning') };
}

/** A cell's place in its file. */
export function placeIn({ lines }: Grid, at: CellPlace): { readonly line: number; readonly cell: string } {
  return { line: lines?.[at.row] ?? at.row + 1, cell: addressOf(at) };
}
