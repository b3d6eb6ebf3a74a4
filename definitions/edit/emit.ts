import { below, partAddress, partOf, type Address } from './address.ts';
import { setField, type AddItem, type Change, type MoveItem, type SetField } from './change.ts';
import type { Merge } from './merge.ts';
import type { Net, ThingNet } from './net.ts';
import { keyedLists } from './shape.ts';
import { columnOf } from './told.ts';

/** Where an item that stood behind this one stands now that others moved and removed things. */
export type Redirect = (list: Address, key: string) => string | null;

/**
 * What is left of mine as changes that fit on top of theirs: parts that go, then part by part (cells of columns that go,
 * rows that go, columns, rows), then parts that come.
 */
export function emitted({ mine, kept, others }: Merge, redirect: Redirect): readonly Change[] {
  const [gone, came]: [Change[], Change[]] = [[], []];
  const parts = new Map<Address, ThingNet[]>();
  for (const thing of kept.values()) {
    const { net, place } = thing;
    if (place.list === undefined && net.state !== 'changed') {
      const change = {
        list: partAddress(place.collection, undefined),
        key: place.id ?? '',
        item: net.item,
        after: null,
      };
      if (net.state === 'added') came.push({ do: 'add', ...change });
      else gone.push({ do: 'remove', ...change });
      continue;
    }
    const inside = parts.get(partOf(place)) ?? [];
    parts.set(partOf(place), inside);
    inside.push(thing);
  }
  const within = [...parts.values()].flatMap((things) => ofPart(things, { mine, kept, redirect }));
  return [...gone, ...others, ...within, ...came];
}

interface Around extends Pick<Merge, 'mine' | 'kept'> {
  readonly redirect: Redirect;
}

function ofPart(things: readonly ThingNet[], around: Around): readonly Change[] {
  const [first] = things;
  if (first === undefined) return [];
  const { collection } = first.place;
  const lists = new Map<string | undefined, ThingNet[]>();
  for (const thing of things) {
    const list = lists.get(thing.place.list) ?? [];
    lists.set(thing.place.list, list);
    list.push(thing);
  }
  const ofRows: Stages[] = [];
  const others: Change[] = (lists.get(undefined) ?? []).flatMap(setsOf);
  for (const [name, shape] of keyedLists(collection)) {
    const items = lists.get(name);
    if (items === undefined) continue;
    const stages = stagesOf(items, around);
    if (shape.cells === undefined)
      others.push(...stages.first, ...stages.removed, ...stages.placed, ...stages.last);
    else ofRows.push(stages);
  }
  return [
    ...ofRows.flatMap(({ first, removed }) => [...first, ...removed]),
    ...others,
    ...ofRows.flatMap(({ placed, last }) => [...placed, ...last]),
  ];
}

interface Stages {
  readonly first: readonly Change[];
  readonly removed: readonly Change[];
  readonly placed: readonly Change[];
  readonly last: readonly Change[];
}

function stagesOf(items: readonly ThingNet[], around: Around): Stages {
  const { kept, redirect } = around;
  const [first, last, removed]: [SetField[], SetField[], Change[]] = [[], [], []];
  for (const thing of items) {
    const { net, place } = thing;
    const list = listOf(thing);
    const key = place.key ?? '';
    if (net.state === 'removed') {
      const after = net.after === null ? null : redirect(list, net.after);
      removed.push({ do: 'remove', list, key, item: net.item, after });
    }
    for (const change of setsOf(thing)) {
      const column = columnOf(place, change.field);
      const isOfGone = column !== undefined && kept.get(column)?.net.state === 'removed';
      (isOfGone ? first : last).push(change);
    }
  }
  return { first, removed, placed: placements(items, around), last };
}

function setsOf({ address, net }: ThingNet): readonly SetField[] {
  return net.state === 'changed'
    ? [...net.fields].map(([field, change]) => setField(address, field, change))
    : [];
}

/** Items that are placed one behind the other follow each other; the first of them finds what is there to stand behind. */
function placements(items: readonly ThingNet[], around: Around): readonly Change[] {
  const [some] = items;
  if (some === undefined) return [];
  const list = listOf(some);
  const standing = around.mine.standing(list);
  const placed = new Map(
    items.flatMap((thing) => (isPlaced(thing.net) ? [[thing.place.key ?? '', thing] as const] : [])),
  );
  const changes: Change[] = [];
  for (const start of placed.keys()) {
    const behind = standing.behind(start);
    if (behind === undefined || (behind !== null && placed.has(behind))) continue;
    let after = placeBehind(list, behind, around);
    for (let key: string | undefined = start; key !== undefined; key = standing.next(key)) {
      const thing = placed.get(key);
      if (thing === undefined) break;
      changes.push(placement(list, key, thing, after, around));
      after = key;
    }
  }
  return changes;
}

function placement(
  list: Address,
  key: string,
  { net }: ThingNet,
  after: string | null,
  { redirect }: Around,
): AddItem | MoveItem {
  if (net.state !== 'changed') return { do: 'add', list, key, item: net.item, after };
  const from = net.moved?.from ?? null;
  return { do: 'move', list, key, from: from === null ? null : redirect(list, from), to: after };
}

/** Where an item goes that should stand behind this one: behind what is before it, where it is not there any more. */
function placeBehind(list: Address, behind: string | null, { mine, kept, redirect }: Around): string | null {
  const met = new Set<string>();
  for (let key = behind; key !== null && !met.has(key);) {
    met.add(key);
    if (theyDidAlike(below(list, key), { mine, kept })) return key;
    const now = redirect(list, key);
    if (now === null) return null;
    const net = kept.get(below(list, now))?.net;
    if (net?.state === 'removed') key = net.after;
    else if (net?.state === 'added') key = mine.standing(list).behind(now) ?? null;
    else if (net?.state === 'changed' && net.moved !== null) key = net.moved.from;
    else return now;
  }
  return null;
}

/** Whether I placed an item and need not any more. */
function theyDidAlike(address: Address, { mine, kept }: Pick<Merge, 'mine' | 'kept'>): boolean {
  const [was, left] = [mine.of(address), kept.get(address)?.net];
  return was !== undefined && isPlaced(was) && (left === undefined || !isPlaced(left));
}

function isPlaced(net: Net): boolean {
  return net.state === 'added' || (net.state === 'changed' && net.moved !== null);
}

function listOf({ place }: ThingNet): Address {
  return below(partOf(place), place.list ?? '');
}
