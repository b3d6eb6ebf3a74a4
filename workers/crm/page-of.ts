import type { PageRequest } from '../sdk/crm.ts';
import type { SaidPage } from '../sdk/crm/crm-adapter.ts';

/** One page of what is there in whole; the cursor is the place it begins at. */
export function pageOf<T>(all: readonly T[], { cursor, size }: PageRequest): SaidPage<T> {
  const from = Number(cursor ?? 0);
  const next = from + size;
  return { items: all.slice(from, next), next: next < all.length ? String(next) : null };
}
