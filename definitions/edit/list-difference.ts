import type { JsonObject } from '../flow/json.ts';
import type { Address } from './address.ts';
import type { AddItem, MoveItem, RemoveItem } from './change.ts';
import { keyAt, keysOf, keyText } from './key.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { OpenList } from './open-list.ts';

/** What became of a list: what went, then what moved or came, in the order of the list as it is then. */
export interface ListDifference {
  readonly removed: readonly RemoveItem[];
  readonly placed: readonly (AddItem | MoveItem)[];
  /** Items that stand in both and are not the same object. */
  readonly kept: readonly Kept[];
}
export interface Kept {
  readonly key: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Two lists, and how an item of either is told in a change. */
export interface TwoLists {
  readonly address: Address;
  /** What items are known by. */
  readonly member: string;
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
  readonly toldBefore: (item: JsonObject) => JsonObject;
  readonly toldAfter: (item: JsonObject) => JsonObject;
}

/** More than so many keys are found faster all at once. */
const FEW = 12;

/** The difference of two lists, with as few moves as can be. What is the same object in both costs a comparison. */
export function listDifference(lists: TwoLists): ListDifference {
  const { member, before, after } = lists;
  const changed = changedInPlace(lists);
  if (changed === undefined) return orderDifference(withoutEnds(lists));
  const all = changed.length > FEW ? keysOf(before, member) : undefined;
  const kept = changed.flatMap((at) => keptAs(all?.[at] ?? keyAt(before, member, at), before[at], after[at]));
  return { removed: [], placed: [], kept };
}

/** The same of lists that stand behind an item with the key `behind`. */
function orderDifference({ behind, ...lists }: Stretch): ListDifference {
  const { member, before, after } = lists;
  const was = new Map(keysOf(before, member).map((key, at) => [key, before[at]]));
  const keys = keysOf(after, member);
  const removed = removals({ behind, ...lists }, was, new Set(keys));
  const kept = keys.flatMap((key, at) => keptAs(key, was.get(key), after[at]));
  return { removed, placed: placements({ behind, ...lists }, keys, removed), kept };
}

interface Stretch extends TwoLists {
  readonly behind: string | null;
}

/**
 * What lies between the first and the last object that is not the same in both. Where an id of it stands outside of it
 * as well the lists are taken whole: how manieth it is depends on all of them.
 */
function withoutEnds(lists: TwoLists): Stretch {
  const { member, before, after } = lists;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const middle = {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
  const texts = new Set([...middle.before, ...middle.after].map((item) => keyText(item, member)));
  const isOutside = (item: JsonObject, at: number): boolean =>
    (at < start || at >= before.length - end) && texts.has(keyText(item, member));
  if (before.some(isOutside)) return { ...lists, behind: null };
  return { ...lists, ...middle, behind: start === 0 ? null : keyAt(before, member, start - 1) };
}

/** Where other objects stand, if the same keys stand in the same order; undefined if not. */
function changedInPlace({ member, before, after }: TwoLists): readonly number[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: number[] = [];
  for (let at = 0; at < before.length; at++) {
    const [item, other] = [before[at], after[at]];
    if (item === other) continue;
    if (item === undefined || other === undefined || keyText(item, member) !== keyText(other, member))
      return undefined;
    changed.push(at);
  }
  return changed;
}

function keptAs(key: string, before: JsonObject | undefined, after: JsonObject | undefined): readonly Kept[] {
  return before === undefined || after === undefined || before === after ? [] : [{ key, before, after }];
}

/** Each says the one before it that stays: those above it are gone by then, and come back after it. */
function removals(
  { address, toldBefore, behind }: Stretch,
  was: ReadonlyMap<string, JsonObject | undefined>,
  is: ReadonlySet<string>,
): readonly RemoveItem[] {
  const removed: RemoveItem[] = [];
  let after = behind;
  for (const [key, item] of was) {
    if (is.has(key)) after = key;
    else if (item !== undefined)
      removed.push({ do: 'remove', list: address, key, item: toldBefore(item), after });
  }
  return removed;
}

/** What moves and comes, each behind the one that it stands behind in the end. */
function placements(
  { address, member, before, after, toldAfter, behind }: Stretch,
  keys: readonly string[],
  removed: readonly RemoveItem[],
): readonly (AddItem | MoveItem)[] {
  const order = new OpenList(before, member);
  const index = new Map(order.keys().map((key, at) => [key, at]));
  for (const { key } of removed) order.delete(key);
  const common = keys.filter((key) => index.has(key));
  const staying = new Set(
    longestIncreasing(common.map((key) => index.get(key) ?? 0)).map((at) => common[at]),
  );
  const placed: (AddItem | MoveItem)[] = [];
  let last = behind;
  for (const [at, key] of keys.entries()) {
    const item = after[at] ?? {};
    if (!index.has(key)) {
      placed.push({ do: 'add', list: address, key, item: toldAfter(item), after: last });
    } else if (!staying.has(key)) {
      placed.push({ do: 'move', list: address, key, from: order.before(key) ?? behind, to: last });
      order.delete(key);
    }
    if (!staying.has(key)) order.insert(key, item, last === behind ? null : last);
    last = key;
  }
  return placed;
}
