import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Shown } from './edit-cells.ts';

/** Rows that a filter found when it was set. What is changed or added afterwards stays in sight. */
export interface RowFilter {
  readonly text: string;
  /** Ids of the rows that it leaves out. */
  readonly without: ReadonlySet<string>;
}

/** Rows in which the text stands somewhere, whatever its case; null: it leaves out none. */
export function filterBy({ rows }: Pick<DecisionTable, 'rows'>, text: string): RowFilter | null {
  const sought = text.trim().toLowerCase();
  if (sought === '') return null;
  const has = (cell: string): boolean => cell.toLowerCase().includes(sought);
  const without = rows.flatMap(({ id, when, then, annotation = '' }) =>
    when.some(has) || then.some(has) || has(annotation) ? [] : [id],
  );
  return { text, without: new Set(without) };
}

/** The places of the rows that are shown, in the order of the table; null: all. */
export function shownRows({ rows }: Pick<DecisionTable, 'rows'>, filter: RowFilter | null): Shown {
  if (filter === null) return null;
  return rows.flatMap(({ id }, at) => (filter.without.has(id) ? [] : [at]));
}
