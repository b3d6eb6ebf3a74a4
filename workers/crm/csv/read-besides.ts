import type { Product, SupportContact } from '../../../definitions/model/customer.ts';
import { normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import type { Mapping } from './mapping.schema.ts';
import { readRows, type Cells } from './read-rows.ts';

/** What stands beside the customers, by their account number as it is compared. */
type ByNumber<T> = ReadonlyMap<string, readonly T[]>;

/** The contacts with support, the latest first; those without a time come last. A row nobody can read is left out. */
export async function readHistory(path: string, mapping: Mapping): Promise<ByNumber<SupportContact>> {
  const { history: columns, delimiter } = mapping;
  const { rows } = await readRows(path, delimiter);
  const found = byNumber(rows, columns.accountNumber, (cell, place) => ({
    id: cell(columns.id) ?? String(place + 1),
    at: cell(columns.at),
    channel: cell(columns.channel),
    about: cell(columns.about),
    outcome: cell(columns.outcome),
    by: cell(columns.by),
  }));
  for (const contacts of found.values()) contacts.sort((a, b) => when(b) - when(a));
  return found;
}

export async function readProducts(path: string, mapping: Mapping): Promise<ByNumber<Product>> {
  const { product: columns, delimiter } = mapping;
  const { rows } = await readRows(path, delimiter);
  const named = rows.filter((cells) => Boolean(cells.get(columns.name)));
  return byNumber(named, columns.accountNumber, (cell) => ({
    name: cell(columns.name) ?? '',
    since: cell(columns.since),
    state: cell(columns.state),
  }));
}

function byNumber<T>(
  rows: readonly Cells[],
  column: string,
  read: (cell: (column: string) => string | null, place: number) => T,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [place, cells] of rows.entries()) {
    const number = normaliseAccountNumber(cells.get(column) ?? '');
    if (number === '') continue;
    const one = read((name) => cells.get(name) || null, place);
    const known = found.get(number);
    if (known === undefined) found.set(number, [one]);
    else known.push(one);
  }
  return found;
}

function when({ at }: SupportContact): number {
  const time = Date.parse(at ?? '');
  return Number.isFinite(time) ? time : -Infinity;
}
