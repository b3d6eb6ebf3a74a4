import type { DraftContent } from '../flow/draft.ts';
import { isJsonObject, type JsonObject } from '../flow/json.ts';
import { below, partAddress, type Address } from './address.ts';
import type { Change } from './change.ts';
import { fieldChanges } from './field-changes.ts';
import { itemsIn, member } from './json-things.ts';
import { listDifference } from './list-difference.ts';
import { partIn, partsIn } from './open-content.ts';
import { COLLECTIONS, keyedLists, type Collection } from './shape.ts';
import { rowsDifference } from './rows-difference.ts';

/**
 * The changes that lead from one content to another: applied to `before` they give `after`, and their inverse applied
 * to `after` gives `before`. What is the same object in both is not looked into, so what a command did costs what it
 * touched. An item that moves is one change, however long its list.
 */
export function difference(before: DraftContent, after: DraftContent): readonly Change[] {
  return COLLECTIONS.flatMap((collection) =>
    before[collection] === after[collection] ? [] : collectionDifference(collection, before, after),
  );
}

function collectionDifference(
  collection: Collection,
  before: DraftContent,
  after: DraftContent,
): readonly Change[] {
  const list = partAddress(collection, undefined);
  if (collection === 'flow') {
    return partDifference(
      collection,
      list,
      partIn(before, collection, undefined) ?? {},
      partIn(after, collection, undefined) ?? {},
    );
  }
  const [had, has] = [partsIn(before, collection), partsIn(after, collection)];
  const changes: Change[] = [];
  for (const key of new Set([...Object.keys(had), ...Object.keys(has)])) {
    const [was, is] = [member(had, key), member(has, key)];
    if (was === is) continue;
    if (!isJsonObject(is)) {
      if (isJsonObject(was)) changes.push({ do: 'remove', list, key, item: was, after: null });
    } else if (isJsonObject(was)) {
      changes.push(...partDifference(collection, partAddress(collection, key), was, is));
    } else changes.push({ do: 'add', list, key, item: is, after: null });
  }
  return changes;
}

/** The same of one part. */
export function partDifference(
  collection: Collection,
  address: Address,
  before: JsonObject,
  after: JsonObject,
): readonly Change[] {
  const lists = keyedLists(collection);
  const changes: Change[] = [...fieldChanges(address, before, after, new Set(lists.map(([name]) => name)))];
  const rows = lists
    .filter(([, { cells }]) => cells !== undefined)
    .map(([name, shape]) => rowsDifference({ collection, address, before, after }, name, shape));
  changes.push(...rows.flatMap(({ first }) => first));
  for (const [name, shape] of lists) {
    if (shape.cells !== undefined || before[name] === after[name]) continue;
    changes.push(
      ...itemsDifference(below(address, name), shape.key, itemsIn(before, name), itemsIn(after, name)),
    );
  }
  changes.push(...rows.flatMap(({ last }) => last));
  return changes;
}

function itemsDifference(
  address: Address,
  key: string,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): readonly Change[] {
  const told = (item: JsonObject): JsonObject => item;
  const lists = { address, member: key, before, after, toldBefore: told, toldAfter: told };
  const { removed, placed, kept } = listDifference(lists);
  const set = kept.flatMap((item) => fieldChanges(below(address, item.key), item.before, item.after));
  return [...removed, ...placed, ...set];
}
