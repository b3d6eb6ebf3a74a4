import { useEffect, useRef } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { GridColumn } from './cells.ts';
import type { GridActs } from './use-grid.ts';

/** Goes to the cell that somebody was led to, once each time they are. */
export function useBeginAt(
  at: { readonly row: string | null; readonly column: string | null } | undefined,
  table: DecisionTable,
  columns: readonly GridColumn[],
  acts: Pick<GridActs, 'goTo'>,
): void {
  const now = useRef({ table, columns });
  now.current = { table, columns };
  useEffect(() => {
    if (at === undefined || (at.row === null && at.column === null)) return;
    const row = now.current.table.rows.findIndex(({ id }) => id === at.row);
    const column = now.current.columns.findIndex((one) => one.kind !== 'note' && one.clause.id === at.column);
    acts.goTo({ row: Math.max(0, row), column: Math.max(0, column) });
  }, [at, acts]);
}
