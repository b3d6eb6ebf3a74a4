import type { GridColumn, GridTable } from '../decisions/cells.ts';
import type { GridActs } from '../decisions/use-grid.ts';
import { useLedTo } from '../decisions/use-led-to.ts';

/** A word of a list, and which part of its line; null: the word itself. */
export interface WordAt {
  readonly word: string;
  readonly part: string | null;
}

/** Goes to the word that somebody was led to, once each time they are. */
export function useWordAt(
  at: WordAt | undefined,
  table: GridTable,
  columns: readonly GridColumn[],
  acts: Pick<GridActs, 'goTo'>,
): void {
  const cellOf = ({ word, part }: WordAt) => {
    const row = table.rows.findIndex(({ then: [phrase] }) => phrase === word);
    const column = columns.findIndex((one) => one.kind === 'output' && one.clause.id === part);
    return row === -1 ? null : { row, column: Math.max(0, column) };
  };
  useLedTo(at, cellOf, acts);
}
