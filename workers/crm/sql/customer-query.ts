import type { CrmField, CrmSearch, PageRequest } from '../../sdk/crm.ts';
import type { SaidPage, SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import { CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { searchKeys } from '../search-keys.ts';
import type { CountryCode } from 'libphonenumber-js/max';
import type { SqlCopy, SqlRow } from './open-copy.ts';
import type { SqlFile } from './sql-file.schema.ts';

/** A name as it stands in a statement. Values never do: they are bound. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The text of one column, or of several with blanks between. Long numbers lose nothing by being read as texts. */
export function textOf(columns: string | readonly string[] | undefined): string {
  if (columns === undefined) return 'NULL';
  if (typeof columns === 'string') return `CAST(${quoted(columns)} AS TEXT)`;
  return `trim(${columns.map((column) => `coalesce(${quoted(column)}, '')`).join(` || ' ' || `)})`;
}

/** Questions about the customers of a copy. */
export interface CustomerQuery {
  find(fields: CrmSearch, page: PageRequest): SaidPage<SaidRecord>;
  list(page: PageRequest): SaidPage<SaidRecord>;
  /** A statement that answers the keys of the customer with a number, and the one value to bind to it. */
  keysOf(accountNumber: string): { readonly sql: string; readonly value: string };
}

/**
 * Asks by an index of the copy's own, made of each field once it is first asked for: what people write in many ways is
 * found by one key.
 */
export function customerQuery(copy: SqlCopy, { customers }: SqlFile, country?: CountryCode): CustomerQuery {
  const indexed = new Set<CrmField>();
  const table = quoted(customers.table);
  const number = quoted(customers.accountNumber);
  const select = `SELECT ${[
    ...[...CRM_FIELDS, 'region' as const, 'since' as const].map(
      (field) => `${textOf(customers[field])} AS ${field}`,
    ),
    ...customers.extra.map((column, place) => `${textOf(column)} AS extra${place}`),
  ].join(', ')} FROM ${table}`;
  copy.run('CREATE TEMP TABLE earshot_key (place INTEGER PRIMARY KEY, field TEXT, key TEXT, number)');
  copy.run('CREATE INDEX temp.earshot_by_key ON earshot_key (field, key, number)');
  copy.define('earshot_keys', (field, value) => JSON.stringify(value === null ? [] : keysIn(field, value)));

  function keysIn(field: string, value: string): readonly string[] {
    const known = CRM_FIELDS.find((one) => one === field);
    return known === undefined ? [] : searchKeys(known, value, country);
  }

  function index(field: CrmField): void {
    if (indexed.has(field)) return;
    indexed.add(field);
    const text = textOf(customers[field]);
    copy.run(
      `INSERT INTO temp.earshot_key (field, key, number)
       SELECT ?, each.value, ${number} FROM ${table}, json_each(earshot_keys(?, ${text})) AS each
       WHERE ${number} IS NOT NULL AND ${text} IS NOT NULL`,
      [field, field],
    );
  }

  const byKey = `${number} IN (SELECT number FROM temp.earshot_key WHERE field = ? AND key = ?)`;

  function recordOf(row: SqlRow): SaidRecord {
    const { accountNumber, ...said } = row;
    const extra = customers.extra.map((column, place) => [column, row[`extra${place}`] ?? null] as const);
    return {
      ...said,
      accountNumber: accountNumber ?? '',
      extra: Object.fromEntries(extra.filter(([, value]) => value !== null)),
    };
  }

  return {
    find(fields, { cursor, size }) {
      const keys = CRM_FIELDS.flatMap((field) => {
        const value = fields[field];
        return value === undefined ? [] : [{ field, keys: searchKeys(field, value, country) }];
      });
      // What says nothing fits nobody.
      if (keys.length === 0 || keys.some((one) => one.keys.length === 0)) return { items: [] };
      for (const { field } of keys) index(field);
      const bound = keys.flatMap((one) => one.keys.map((key) => [one.field, key]));
      const from = Number(cursor ?? 0);
      const rows = copy.rows(
        `${select} WHERE ${bound.map(() => byKey).join(' AND ')} ORDER BY ${number} LIMIT ? OFFSET ?`,
        [...bound.flat(), size + 1, from],
      );
      return {
        items: rows.slice(0, size).map(recordOf),
        next: rows.length > size ? String(from + size) : null,
      };
    },
    list({ cursor, size }) {
      index('accountNumber');
      const from = Number(cursor ?? 0);
      const places = copy.rows(
        `SELECT place FROM temp.earshot_key WHERE field = 'accountNumber' AND place > ? ORDER BY place LIMIT ?`,
        [from, size],
      );
      const to = places.at(-1)?.['place'] ?? null;
      if (to === null) return { items: [] };
      const rows = copy.rows(
        `${select} WHERE ${number} IN (SELECT number FROM temp.earshot_key
          WHERE field = 'accountNumber' AND place > ? AND place <= ?)`,
        [from, Number(to)],
      );
      return { items: rows.map(recordOf), next: places.length < size ? null : to };
    },
    keysOf(accountNumber) {
      index('accountNumber');
      const [value = ''] = searchKeys('accountNumber', accountNumber);
      const sql = `SELECT ${quoted(customers.key ?? customers.accountNumber)} FROM ${table} WHERE ${number} IN
        (SELECT number FROM temp.earshot_key WHERE field = 'accountNumber' AND key = ?)`;
      return { sql, value };
    },
  };
}
