/**
 * Files of words: what the editor cannot read or write by itself. Nothing is kept.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | POST /api/words/read | { kind: xlsx or csv, content: the file in base64 } | CellsRead |
 * | POST /api/words/write | { name, rows: cells } | CellsWritten: an Excel workbook |
 */
import type { TableIssue } from '../../decision/table-issue.ts';

export interface CellsRead {
  /** Row by row; none where the file cannot be read. */
  readonly rows: readonly (readonly string[])[];
  /** Of a text file: the line on which each row begins. */
  readonly lines?: readonly number[];
  /** Why it cannot be read, or what of it could not be. */
  readonly issues: readonly Pick<TableIssue, 'severity' | 'message' | 'place'>[];
}

export interface CellsWritten {
  /** The file in base64. */
  readonly content: string;
}
