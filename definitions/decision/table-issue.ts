/**
 * Where in a file of a table something is wrong, as far as it is known. Lines, and characters in them, count from 1;
 * a line of a spreadsheet is its row. `row` and `column` are ids of the table's row and of its input or output.
 */
export interface TableFilePlace {
  readonly line?: number;
  readonly character?: number;
  /** Of a spreadsheet or CSV file: 'C7'. */
  readonly cell?: string;
  /** Of a workbook: the name of the sheet. */
  readonly sheet?: string;
  /** Of a DMN file: the name of the decision or function. */
  readonly decision?: string;
  readonly row?: string;
  readonly column?: string;
  /** What that input or output is called. */
  readonly name?: string;
}

/** What would put it right, as a sentence, and what to write in the cell if that is all there is to do. */
export interface TableFix {
  readonly title: string;
  readonly write?: string;
}

export type TableIssueCode =
  | 'unreadable file'
  | 'too large'
  | 'no table'
  | 'several tables'
  | 'unknown line'
  | 'unknown value'
  | 'missing value'
  | 'bad type'
  | 'formula'
  | 'merged cells'
  | 'duplicate id'
  | 'ill-formed'
  | 'bad cell'
  | 'bad table'
  | 'lost';

/** Something wrong with a file that holds a table; with an error there is no table. */
export interface TableIssue {
  readonly code: TableIssueCode;
  readonly severity: 'error' | 'warning';
  readonly place: TableFilePlace;
  readonly message: string;
  readonly fix?: TableFix;
}
