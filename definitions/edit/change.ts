import type { Json, JsonObject } from '../flow/json.ts';
import { below, type Address } from './address.ts';

/**
 * One change of a draft, as plain JSON. It says what stood there before, so it can be taken back, and is refused
 * where something else stands.
 */
export type Change = SetField | AddItem | RemoveItem | MoveItem;

/**
 * A field of a thing gets another value. Absent `before` or `after`: the thing has no such field then. Cells of a row
 * are fields by the key of their column, `when/<input>` and `then/<output>`; they are never absent.
 */
export interface SetField {
  readonly do: 'set';
  readonly thing: Address;
  readonly field: string;
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * A new item of a list, behind the one with the key `after`; null: it is the first. Items of a table's rows are told as
 * `fieldsOf` tells them. A new part is one of the list `/tables` (or the like), which has no order: `after` is null.
 */
export interface AddItem {
  readonly do: 'add';
  readonly list: Address;
  readonly key: string;
  readonly item: JsonObject;
  readonly after: string | null;
}

/** An item goes, whole. `after` is where it stood, for putting it back; nothing is refused for it. */
export interface RemoveItem {
  readonly do: 'remove';
  readonly list: Address;
  readonly key: string;
  readonly item: JsonObject;
  readonly after: string | null;
}

/** An item takes another place: from behind the one with the key `from` to behind `to`. `from` is as `after` of one that goes. */
export interface MoveItem {
  readonly do: 'move';
  readonly list: Address;
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The thing that a change is about: whose field is set, or the item that comes, goes or moves. */
export function thingOf(change: Change): Address {
  return change.do === 'set' ? change.thing : below(change.list, change.key);
}

/** A field's change; what is undefined is absent. */
export function setField(
  thing: Address,
  field: string,
  { before, after }: { readonly before: Json | undefined; readonly after: Json | undefined },
): SetField {
  return {
    do: 'set',
    thing,
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** What takes the changes back, the last first. */
export function inverse(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(opposite);
}

function opposite(change: Change): Change {
  switch (change.do) {
    case 'set':
      return setField(change.thing, change.field, { before: change.after, after: change.before });
    case 'add':
      return { ...change, do: 'remove' };
    case 'remove':
      return { ...change, do: 'add' };
    case 'move':
      return { ...change, from: change.to, to: change.from };
  }
}
