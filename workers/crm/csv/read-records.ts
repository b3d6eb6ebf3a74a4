import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CrmRecord } from '../../sdk/crm.ts';
import type { Mapping } from './mapping.schema.ts';

const Rows = z.array(z.array(z.string()));

/** What a file holds. `unreadable`: the cells of rows in which nobody can tell which cell is which. */
export interface RecordFile {
  readonly records: readonly CrmRecord[];
  readonly unreadable: readonly (readonly string[])[];
}

/**
 * Reads one CSV file with a header. Rows without an account number are nobody's and left out. A row with more cells
 * than the header has columns (a delimiter stands in a value) is unreadable: to guess would make somebody another.
 */
export async function readRecords(path: string, crm: string, mapping: Mapping): Promise<RecordFile> {
  const text = await readFile(path, 'utf8');
  const options = { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true };
  const [header = [], ...rows] = Rows.parse(parse(text, { ...options, delimiter: mapping.delimiter }));
  const records: CrmRecord[] = [];
  const unreadable: (readonly string[])[] = [];
  for (const row of rows) {
    if (row.slice(header.length).some((cell) => cell !== '')) unreadable.push(row);
    else {
      const record = recordOf(header, row, crm, mapping);
      if (record !== null) records.push(record);
    }
  }
  return { records, unreadable };
}

function recordOf(
  header: readonly string[],
  row: readonly string[],
  crm: string,
  mapping: Mapping,
): CrmRecord | null {
  const cells = new Map(header.map((column, index) => [column, row[index] ?? '']));
  const cell = (column: string): string | null => cells.get(column) || null;
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
    birthDate: cell(mapping.birthDate),
    address: cell(mapping.address),
    locality: cell(mapping.locality),
    postcode: cell(mapping.postcode),
    region: cell(mapping.region),
    since: since !== null && Number.isFinite(Date.parse(since)) ? since : null,
    products: (cell(mapping.products) ?? '')
      .split(mapping.separator)
      .map((product) => product.trim())
      .filter(Boolean),
    extra: Object.fromEntries([...cells].filter(([column, value]) => !known.has(column) && value !== '')),
  };
}
