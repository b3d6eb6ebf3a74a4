import { lengthTestMeant } from '../../definitions/decision/length-of-time.ts';
import type { DecisionTable, TableInput, TableOutput, TableRow } from '../../definitions/decision/table.ts';

/** A column of the grid: what the table asks, what it answers, and the notes of its rows. */
export type GridColumn =
  | { readonly kind: 'input'; readonly at: number; readonly clause: TableInput }
  | { readonly kind: 'output'; readonly at: number; readonly clause: TableOutput }
  /** `isTold`: it says of each row what it comes to, and nobody writes there. */
  | { readonly kind: 'note'; readonly isTold?: true };

/** What a grid works on: a table, or something that is shown as one. */
export type GridTable = DecisionTable & {
  /** The last column tells of each row what it comes to. */
  readonly isTold?: true;
  /** How many rows there may be; absent: as many as a table may have. */
  readonly mostRows?: number;
  /** How many characters a cell may hold; absent: as many as a rule. */
  readonly mostCharacters?: number;
};

/** What passes whatever is given. */
export const ANY = '-';

/** The columns in the order in which they stand. */
export function gridColumns({
  inputs,
  outputs,
  isTold,
}: Pick<GridTable, 'inputs' | 'outputs' | 'isTold'>): readonly GridColumn[] {
  return [
    ...inputs.map((clause, at): GridColumn => ({ kind: 'input', at, clause })),
    ...outputs.map((clause, at): GridColumn => ({ kind: 'output', at, clause })),
    isTold === true ? { kind: 'note', isTold } : { kind: 'note' },
  ];
}

/** What stands in a cell, as it is written. */
export function textAt(row: TableRow, column: GridColumn): string {
  switch (column.kind) {
    case 'input':
      return row.when[column.at] ?? ANY;
    case 'output':
      return row.then[column.at] ?? '';
    case 'note':
      return row.annotation ?? '';
  }
}

/** The row with another text in one cell; the same row where nothing changes. A condition of nothing is any. */
export function withText(row: TableRow, column: GridColumn, typed: string): TableRow {
  const text = typed.trim();
  switch (column.kind) {
    case 'input': {
      const written = text === '' ? ANY : text;
      return textAt(row, column) === written ? row : { ...row, when: put(row.when, column.at, written, ANY) };
    }
    case 'output':
      return textAt(row, column) === text ? row : { ...row, then: put(row.then, column.at, text, '') };
    case 'note': {
      if (column.isTold === true || textAt(row, column) === text) return row;
      const { annotation: _, ...bare } = row;
      return text === '' ? bare : { ...bare, annotation: text };
    }
  }
}

/**
 * A cell as it is kept when somebody has typed into it: in a column of lengths of time '1 hour or less' can mean but
 * one thing, and is kept as rules write it. `isWrong`: it cannot be read as it stands.
 */
export function keptText(column: GridColumn, typed: string, isWrong: (text: string) => boolean): string {
  if (column.kind === 'note' || column.clause.type.type !== 'days and time duration') return typed;
  const meant = lengthTestMeant(typed);
  return meant !== undefined && isWrong(typed) && !isWrong(meant) ? meant : typed;
}

/** A row in which nothing is asked and nothing is answered yet. */
export function emptyRow(table: Pick<DecisionTable, 'inputs' | 'outputs'>, id: string): TableRow {
  return { id, when: table.inputs.map(() => ANY), then: table.outputs.map(() => '') };
}

function put(texts: readonly string[], at: number, text: string, empty: string): readonly string[] {
  const length = Math.max(texts.length, at + 1);
  return Array.from({ length }, (_, i) => (i === at ? text : (texts[i] ?? empty)));
}
