import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { GridColumn } from './cells.ts';
import type { GridActs } from './use-grid.ts';
import { useLedTo } from './use-led-to.ts';

/** Goes to the cell that somebody was led to, once each time they are. */
export function useBeginAt(
  at: { readonly row: string | null; readonly column: string | null } | undefined,
  table: DecisionTable,
  columns: readonly GridColumn[],
  acts: Pick<GridActs, 'goTo'>,
): void {
  const cellOf = ({ row: rowId, column: columnId }: NonNullable<typeof at>) => {
    if (rowId === null && columnId === null) return null;
    const row = table.rows.findIndex(({ id }) => id === rowId);
    const column = columns.findIndex((one) => one.kind !== 'note' && one.clause.id === columnId);
    return { row: Math.max(0, row), column: Math.max(0, column) };
  };
  useLedTo(at, cellOf, acts);
}
