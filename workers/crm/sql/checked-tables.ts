import type { SqlCopy } from './open-copy.ts';
import type { SqlFile } from './sql-file.schema.ts';

/**
 * What a mapping names and the database does not have, in words; null if it has all. SQLite itself takes a quoted
 * name that is no column for a text, and says nothing.
 */
export function missingIn(copy: SqlCopy, { customers, history, products }: SqlFile): string | null {
  const { table, extra, ...named } = customers;
  const asked: readonly (readonly [string, readonly (string | readonly string[] | undefined)[]])[] = [
    [table, [...Object.values(named), ...extra]],
    ...[history, products].flatMap((one) => {
      if (one === undefined) return [];
      const { table: its, ...columns } = one;
      return [[its, Object.values(columns)] as const];
    }),
  ];
  for (const [name, columns] of asked) {
    const known = new Set(
      copy.rows('SELECT name FROM pragma_table_info(?)', [name]).map((row) => row['name']),
    );
    if (known.size === 0) return `it has no table “${name}”`;
    const missing = columns.flat().find((column) => column !== undefined && !known.has(column));
    if (missing !== undefined) return `its table “${name}” has no column “${missing}”`;
  }
  return null;
}
