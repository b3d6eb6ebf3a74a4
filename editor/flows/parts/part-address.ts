import { PART_KINDS, type PartKind } from '../../../definitions/flow/part-kind.ts';

/** In addresses, by kind: what is listed on the page of flows, and where one of them is. */
const PLACES: Record<PartKind, string> = { table: 'tables', 'word-list': 'word-lists' };

/** The page of a table or word list; `hash` is the revision to look at, default: the one that is live. */
export function partAddress(kind: PartKind, id: string, hash?: string): string {
  const address = `/flows/${PLACES[kind]}/${encodeURIComponent(id)}`;
  return hash === undefined ? address : `${address}?revision=${hash}`;
}

/** The list of all tables or word lists. */
export function partsAddress(kind: PartKind): string {
  return `/flows?list=${PLACES[kind]}`;
}

/** What the page of flows lists; null: the flows. */
export function listedKind(search: URLSearchParams): PartKind | null {
  return PART_KINDS.find((kind) => PLACES[kind] === search.get('list')) ?? null;
}
