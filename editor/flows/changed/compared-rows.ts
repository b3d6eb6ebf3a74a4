import type { DecisionTable, TableRow } from '../../../definitions/decision/table.ts';
import { words } from '../../shell/words.ts';

/** A column of either table. */
export interface ComparedColumn {
  readonly key: string;
  readonly name: string;
  /** Null: both tables have it. */
  readonly became: 'added' | 'removed' | null;
}

/** A row that is not in both tables as it is. */
export interface ComparedRow {
  readonly key: string;
  readonly became: 'added' | 'removed' | 'changed' | 'moved';
  /** Where it stands, from 1, or stood if it went. */
  readonly number: number;
  /** One for each column; null: that table has no such cell. */
  readonly cells: readonly {
    readonly key: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

interface Column extends ComparedColumn {
  readonly in: (table: DecisionTable, row: TableRow) => string | undefined;
}

/** Two states of a table, row by row: rows and columns are known by their ids, and those that went stand last. */
export function comparedRows(
  before: DecisionTable,
  after: DecisionTable,
): { readonly columns: readonly ComparedColumn[]; readonly rows: readonly ComparedRow[] } {
  const hasNotes = [...before.rows, ...after.rows].some(({ annotation }) => annotation !== undefined);
  const columns = [
    ...columnsOf('inputs', before, after),
    ...columnsOf('outputs', before, after),
    ...(hasNotes ? [NOTE] : []),
  ];
  const had = new Map(before.rows.map((row, at) => [row.id, { row, at }]));
  const has = new Set(after.rows.map(({ id }) => id));
  const stayed = before.rows.filter(({ id }) => has.has(id)).map(({ id }) => id);
  const order = after.rows.filter(({ id }) => had.has(id)).map(({ id }) => id);
  const places = new Map(stayed.map((id, at) => [id, at]));
  const rows = [
    ...after.rows.map((row, at): ComparedRow | null => {
      const was = had.get(row.id)?.row;
      const cells = columns.map((column) => ({
        key: column.key,
        before: was === undefined ? null : (column.in(before, was) ?? null),
        after: column.in(after, row) ?? null,
      }));
      if (was === undefined) return { key: row.id, became: 'added', number: at + 1, cells };
      const isSame = cells.every((cell) => cell.before === cell.after);
      if (isSame && order[places.get(row.id) ?? -1] === row.id) return null;
      return { key: row.id, became: isSame ? 'moved' : 'changed', number: at + 1, cells };
    }),
    ...before.rows.map((row, at): ComparedRow | null =>
      has.has(row.id)
        ? null
        : {
            key: row.id,
            became: 'removed',
            number: at + 1,
            cells: columns.map((column) => ({
              key: column.key,
              before: column.in(before, row) ?? null,
              after: null,
            })),
          },
    ),
  ].filter((row) => row !== null);
  return { columns, rows };
}

const NOTE: Column = {
  key: 'annotation',
  get name() {
    return words.changed.fields['annotation'] ?? '';
  },
  became: null,
  in: (_, row) => row.annotation,
};

function columnsOf(
  list: 'inputs' | 'outputs',
  before: DecisionTable,
  after: DecisionTable,
): readonly Column[] {
  const cells = list === 'inputs' ? 'when' : 'then';
  const named = new Map([...before[list], ...after[list]].map(({ id, name }) => [id, name]));
  return [...named].map(([id, name]) => {
    const at = (table: DecisionTable): number => table[list].findIndex((column) => column.id === id);
    return {
      key: `${cells}/${id}`,
      name,
      became: at(before) < 0 ? 'added' : at(after) < 0 ? 'removed' : null,
      in: (table, row) => {
        const index = at(table);
        return index < 0 ? undefined : (row[cells][index] ?? '');
      },
    };
  });
}
