import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CrmRecord } from '../../sdk/crm.ts';
import type { Mapping } from './mapping.schema.ts';

const Rows = z.array(z.record(z.string(), z.string()));

/** Reads one CSV file with a header; rows without an account number are nobody's and left out. */
export async function readRecords(
  path: string,
  crm: string,
  mapping: Mapping,
): Promise<readonly CrmRecord[]> {
  const text = await readFile(path, 'utf8');
  const options = { columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true };
  const rows = Rows.parse(parse(text, { ...options, delimiter: mapping.delimiter }));
  return rows.flatMap((row) => {
    const record = recordOf(row, crm, mapping);
    return record === null ? [] : [record];
  });
}

function recordOf(row: Readonly<Record<string, string>>, crm: string, mapping: Mapping): CrmRecord | null {
  const cell = (column: string): string | null => row[column] || null;
  const accountNumber = cell(mapping.accountNumber);
  if (accountNumber === null) return null;
  const known = new Set(Object.values(mapping));
  const since = cell(mapping.since);
  return {
    crm,
    accountNumber,
    name: cell(mapping.name),
    email: cell(mapping.email),
    phone: cell(mapping.phone),
    region: cell(mapping.region),
    since: since !== null && Number.isFinite(Date.parse(since)) ? since : null,
    products: (cell(mapping.products) ?? '')
      .split(mapping.separator)
      .map((product) => product.trim())
      .filter(Boolean),
    extra: Object.fromEntries(
      Object.entries(row).filter(([column, value]) => !known.has(column) && value !== ''),
    ),
  };
}
