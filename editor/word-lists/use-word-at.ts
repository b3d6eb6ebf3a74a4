import { useEffect, useRef } from 'react';
import type { GridColumn, GridTable } from '../decisions/cells.ts';
import type { GridActs } from '../decisions/use-grid.ts';

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
  const now = useRef({ table, columns });
  now.current = { table, columns };
  useEffect(() => {
    if (at === undefined) return;
    const row = now.current.table.rows.findIndex(({ then: [phrase] }) => phrase === at.word);
    const column = now.current.columns.findIndex((one) => one.kind === 'output' && one.clause.id === at.part);
    if (row !== -1) acts.goTo({ row, column: Math.max(0, column) });
  }, [at, acts]);
}
