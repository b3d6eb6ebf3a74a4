import type { SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import type { Mapping } from './mapping.schema.ts';
import { readRows, type Cells } from './read-rows.ts';

/** What a file holds. `unreadable`: the cells of rows in which nobody can tell which cell is which. */
export interface RecordFile {
  readonly records: readonly SaidRecord[];
  readonly unreadable: readonly string[];
  /** Whether it has rows, and no column of account numbers. */
  readonly isUnknown: boolean;
}

/** Reads a CSV file of customers. Rows without an account number are nobody's and left out. */
export async function readRecords(path: string, mapping: Mapping): Promise<RecordFile> {
  const { rows, unreadable } = await readRows(path, mapping.delimiter);
  const [first] = rows;
  return {
    records: rows.flatMap((cells) => recordOf(cells, mapping) ?? []),
    unreadable: unreadable.flat(),
    isUnknown: first !== undefined && !first.has(mapping.accountNumber),
  };
}

function recordOf(cells: Cells, mapping: Mapping): SaidRecord | null {
  const cell = (column: string): string | null => cells.get(column) || null;
  const accountNumber = cell(mapping.accountNumber);
  if (accountNumber === null) return null;
  const known = new Set<unknown>(Object.values(mapping));
  return {
    accountNumber,
    name: cell(mapping.name),
    email: cell(mapping.email),
    phone: cell(mapping.phone),
    birthDate: cell(mapping.birthDate),
    address: cell(mapping.address),
    locality: cell(mapping.locality),
    postcode: cell(mapping.postcode),
    region: cell(mapping.region),
    since: cell(mapping.since),
    products: (cell(mapping.products) ?? '')
      .split(mapping.separator)
      .map((product) => product.trim())
      .filter(Boolean),
    extra: Object.fromEntries([...cells].filter(([column, value]) => !known.has(column) && value !== '')),
  };
}
