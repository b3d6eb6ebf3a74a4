/**
 * Files of decision tables: what the editor cannot read or write by itself. Nothing is kept.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | POST /api/tables/read | { kind: xlsx or csv, content: the file in base64 } | TableRead |
 * | POST /api/tables/write | { table: DecisionTable } | TableWritten: an Excel workbook |
 */
import type { TableIssue } from '../../decision/table-issue.ts';
import type { DecisionTable } from '../../decision/table.ts';

/** How a table is kept in a file. */
export type TableFileKind = 'xlsx' | 'csv' | 'dmn' | 'json';

/** Larger files are neither taken in nor given out by pages. */
export const MOST_TABLE_FILE_BYTES = 5_000_000;

export interface TableRead {
  /** Null: the file holds none. With an error among the issues it is not whole. */
  readonly table: DecisionTable | null;
  readonly issues: readonly TableIssue[];
}

export interface TableWritten {
  /** The file in base64. */
  readonly content: string;
}
