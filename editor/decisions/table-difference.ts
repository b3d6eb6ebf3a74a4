import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';

/** What a table from elsewhere would change, in rows. */
export interface TableDifference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Rows that stay stand in another order. */
  readonly isReordered: boolean;
  /** Columns, hit policy, name or description are others. */
  readonly isHeadChanged: boolean;
  /** The table as it would be: under its own id, and rows that say the same stay the same objects. */
  readonly table: DecisionTable;
}

/**
 * Compares a table with one that is to take its place. Rows are known by their ids. What it goes by stays where the other
 * says nothing of that: most files cannot.
 */
export function tableDifference(was: DecisionTable, other: DecisionTable): TableDifference {
  const brought = was.requires === undefined ? other : { requires: was.requires, ...other };
  const known = new Map(was.rows.map((row) => [row.id, row]));
  let [added, changed] = [0, 0];
  const rows = brought.rows.map((row): TableRow => {
    const before = known.get(row.id);
    if (before === undefined) added += 1;
    else if (isSame(before, row)) return before;
    else changed += 1;
    return row;
  });
  const ids = new Set(brought.rows.map(({ id }) => id));
  const stayed = was.rows.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const order = rows.flatMap(({ id }) => (known.has(id) ? [id] : []));
  return {
    added,
    changed,
    removed: was.rows.length - stayed.length,
    isReordered: order.some((id, at) => id !== stayed[at]),
    isHeadChanged: !isSame({ ...was, rows: [] }, { ...brought, id: was.id, rows: [] }),
    table: { ...brought, id: was.id, rows },
  };
}

export function changesNothing({
  added,
  changed,
  removed,
  isReordered,
  isHeadChanged,
}: TableDifference): boolean {
  return added + changed + removed === 0 && !isReordered && !isHeadChanged;
}

/** Whatever the order of their members. */
function isSame(one: object, other: object): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
