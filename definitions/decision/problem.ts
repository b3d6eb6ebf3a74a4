import type { ExpressionProblem } from '../feel/problem.ts';

/** What of a table has a problem: an input's expression, a row's test or result, an output's default, or its shape. */
export type TablePart = 'input' | 'when' | 'then' | 'default' | 'shape';

/**
 * A problem of one cell, or of the table's shape. `row` is a row's id, `column` an input's or output's; `from` and
 * `to` are offsets into the cell's source. A cell with an error matches nothing, or is null; the others still count.
 */
export interface TableProblem extends Omit<ExpressionProblem, 'code'> {
  readonly code: ExpressionProblem['code'] | 'table shape';
  readonly part: TablePart;
  readonly row?: string;
  readonly column?: string;
}

/** Where in a table a problem is. */
export interface TablePlace {
  readonly part: TablePart;
  readonly row?: string;
  readonly column?: string;
}

/** The problems of a cell, each with the cell's place. */
export function placed(problems: readonly ExpressionProblem[], place: TablePlace): TableProblem[] {
  return problems.map((problem) => ({ ...problem, ...place }));
}
