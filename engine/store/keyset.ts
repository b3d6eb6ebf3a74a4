import type { Page, PageRequest } from './page.ts';
import { StoreProblem } from './problem.ts';

/** A field to sort by and its direction. The last one of an order must tell any two documents apart. */
export type Order = readonly (readonly [field: string, direction: 1 | -1])[];
type Key = string | number | Date;

const DEFAULT_LIMIT = 50;
const MOST = 500;

/**
 * One page of a sorted list, found by the place where the page before ended: its cost does not grow with how far
 * one has paged, and what comes in meanwhile shifts nothing. `find` asks for documents that hold `after` too; it
 * names no field but `$and`, so that it can stand beside the list's own conditions (a partial index is only found
 * for conditions that stand at the top). `from` is where the page begins in the first field; null: at the beginning.
 */
export async function keysetPage<D extends object>(
  order: Order,
  request: PageRequest,
  find: (
    after: Record<string, unknown>,
    sort: Record<string, 1 | -1>,
    limit: number,
    from: Key | null,
  ) => Promise<readonly D[]>,
): Promise<Page<D>> {
  const limit = Math.min(Math.max(1, request.limit ?? DEFAULT_LIMIT), MOST);
  const keys = request.cursor === undefined ? null : readCursor(request.cursor, order.length);
  const after = keys === null ? {} : beyond(order, keys);
  const found = await find(after, Object.fromEntries(order), limit + 1, keys?.[0] ?? null);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? writeCursor(order, last) : null };
}

/** (a, b) after (x, y): a after x, or a = x and b after y. The bound on the first field lets its index begin there. */
function beyond(order: Order, keys: readonly Key[]): Record<string, unknown> {
  const ways = order.map(([field, direction], depth) => {
    const equal = order.slice(0, depth).map(([name], index) => [name, keys[index]]);
    return { ...Object.fromEntries(equal), [field]: { [direction === 1 ? '$gt' : '$lt']: keys[depth] } };
  });
  const [first] = order;
  if (first === undefined) return {};
  return { $and: [{ [first[0]]: { [first[1] === 1 ? '$gte' : '$lte']: keys[0] } }, { $or: ways }] };
}

function writeCursor(order: Order, document: object): string {
  const keys = order.map(([field]) => {
    const value: unknown = Reflect.get(document, field);
    return value instanceof Date ? { at: value.getTime() } : value;
  });
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

function readCursor(cursor: string, length: number): readonly Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === length) return keys.map(readKey);
  } catch {
    // Whatever it is, it is no cursor of ours.
  }
  throw noCursor();
}

function readKey(key: unknown): Key {
  if (typeof key === 'string' || typeof key === 'number') return key;
  if (typeof key === 'object' && key !== null && 'at' in key && typeof key.at === 'number')
    return new Date(key.at);
  throw noCursor();
}

function noCursor(): StoreProblem {
  return new StoreProblem(
    'refused',
    'The cursor is not one that a list answered.',
    'Begin again without a cursor.',
  );
}
