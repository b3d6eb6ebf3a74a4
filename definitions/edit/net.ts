import type { Json, JsonObject } from '../flow/json.ts';
import { partOf, placeOf, type Address, type Place } from './address.ts';
import {
  inverse,
  thingOf,
  type AddItem,
  type Change,
  type MoveItem,
  type RemoveItem,
  type SetField,
} from './change.ts';
import { partDifference } from './difference.ts';
import { sameJson } from './json-things.ts';
import { Standing } from './standing.ts';
import { changedFields, columnOf, foldedInto, told } from './told.ts';

/** A field from its first value to its last; undefined is absent. */
export interface FieldNet {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}
/** What became of one thing from the first change to the last. Items are told as in changes. */
export type Net = Changed | Added | Removed;
export interface Changed {
  readonly state: 'changed';
  readonly fields: Map<string, FieldNet>;
  moved: Moved | null;
}
export interface Added {
  readonly state: 'added';
  item: JsonObject;
}
export interface Removed {
  readonly state: 'removed';
  readonly item: JsonObject;
  /** What it stood behind. */
  readonly after: string | null;
}
export interface Moved {
  readonly from: string | null;
  readonly to: string | null;
}
export interface ThingNet {
  readonly address: Address;
  /** With the key of the thing; a part has its id. */
  readonly place: Place;
  readonly net: Net;
}

/**
 * What a sequence of changes comes to, thing by thing: only the first value that stood in a field and the last are
 * left, what came and went again is gone. The changes must fit one on top of the other.
 */
export class NetOfChanges {
  readonly things = new Map<Address, ThingNet>();
  readonly #standing = new Map<Address, Standing>();
  /** What was done inside each part, as it was done. */
  readonly #inside = new Map<Address, Change[]>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.#take(change);
    for (const { net, address, place } of this.things.values()) {
      if (net.state === 'added' && place.list === undefined)
        net.item = foldedInto(net.item, place, this.inside(address));
    }
  }

  /** What became of a thing, if anything. */
  of(address: Address): Net | undefined {
    return this.things.get(address)?.net;
  }

  /** Where the placed items of a list stand in the end. */
  standing(list: Address): Standing {
    const standing = this.#standing.get(list) ?? new Standing();
    this.#standing.set(list, standing);
    return standing;
  }

  /** The changes that were made inside a part, in their order. */
  inside(part: Address): readonly Change[] {
    return this.#inside.get(part) ?? [];
  }

  /** Whether a field is a cell of a column that goes. */
  removesColumnOf(place: Place, field: string): boolean {
    const column = columnOf(place, field);
    return column !== undefined && this.of(column)?.state === 'removed';
  }

  #take(change: Change): void {
    const address = thingOf(change);
    const place = placeOf(address);
    if (place === undefined) return;
    const part = partOf(place);
    if (change.do === 'set' || address !== part) {
      const inside = this.#inside.get(part) ?? [];
      this.#inside.set(part, inside);
      inside.push(change);
      // What was done inside a new part is part of it.
      if (this.of(part)?.state === 'added') return;
    }
    const thing = { address, place };
    switch (change.do) {
      case 'set':
        return this.#set(thing, change);
      case 'add':
        return this.#add(thing, change);
      case 'remove':
        return this.#remove(thing, change);
      case 'move':
        return this.#move(thing, change);
    }
  }

  #set(thing: Thing, { field, before, after }: SetField): void {
    const known = this.of(thing.address);
    if (known?.state === 'added') {
      known.item = told(known.item, thing.place, field, after);
      return;
    }
    const { fields } = this.#changed(thing);
    const was = fields.has(field) ? fields.get(field)?.before : before;
    if (sameJson(was, after)) fields.delete(field);
    else fields.set(field, { before: was, after });
    this.#forgetIfNothing(thing.address);
  }

  #add(thing: Thing, { list, key, item, after }: AddItem): void {
    if (thing.place.list !== undefined) this.standing(list).place(key, after);
    const known = this.of(thing.address);
    if (known?.state !== 'removed') {
      this.things.set(thing.address, { ...thing, net: { state: 'added', item } });
      return;
    }
    this.things.delete(thing.address);
    if (thing.place.list === undefined) {
      const { collection } = thing.place;
      for (const change of partDifference(collection, thing.address, known.item, item)) this.#take(change);
      return;
    }
    const changed = this.#changed(thing);
    changed.moved = known.after === after ? null : { from: known.after, to: after };
    for (const [field, net] of changedFields(thing.place, known.item, item)) changed.fields.set(field, net);
    this.#forgetIfNothing(thing.address);
  }

  #remove(thing: Thing, { list, key, item, after }: RemoveItem): void {
    const { address, place } = thing;
    if (place.list !== undefined) this.standing(list).leave(key, after);
    const known = this.of(address);
    this.things.delete(address);
    let was = item;
    if (place.list === undefined) {
      if (known?.state !== 'added') was = foldedInto(item, place, inverse(this.inside(address)));
      for (const inner of this.things.keys()) if (inner.startsWith(`${address}/`)) this.things.delete(inner);
      this.#inside.delete(address);
    }
    if (known?.state === 'added') return;
    let stood = after;
    if (known?.state === 'changed') {
      if (place.list !== undefined) {
        for (const [field, { before }] of known.fields) was = told(was, place, field, before);
      }
      stood = known.moved === null ? after : known.moved.from;
    }
    this.things.set(address, { ...thing, net: { state: 'removed', item: was, after: stood } });
  }

  #move(thing: Thing, { list, key, from, to }: MoveItem): void {
    this.standing(list).leave(key, from);
    this.standing(list).place(key, to);
    if (this.of(thing.address)?.state === 'added') return;
    const changed = this.#changed(thing);
    const first = changed.moved === null ? from : changed.moved.from;
    changed.moved = first === to ? null : { from: first, to };
    this.#forgetIfNothing(thing.address);
  }

  #changed(thing: Thing): Changed {
    const known = this.of(thing.address);
    if (known?.state === 'changed') return known;
    const net: Changed = { state: 'changed', fields: new Map(), moved: null };
    this.things.set(thing.address, { ...thing, net });
    return net;
  }

  #forgetIfNothing(address: Address): void {
    const net = this.of(address);
    if (net?.state === 'changed' && net.fields.size === 0 && net.moved === null) this.things.delete(address);
  }
}

type Thing = Pick<ThingNet, 'address' | 'place'>;
