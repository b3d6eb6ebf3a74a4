import { isJsonObject, type Json, type JsonObject } from '../flow/json.ts';
import { below, partOf, type Address, type Place } from './address.ts';
import { member } from './json-things.ts';
import { keyOf } from './key.ts';
import { keyedList } from './shape.ts';

/** Another thing of the same part that a field of a thing names. */
export interface Need {
  readonly field: string;
  readonly value: Json;
  readonly thing: Address;
}

/** What the fields of a thing name: an arrow its two nodes, a node its lane. */
export function neededBy(place: Place, fields: JsonObject): readonly Need[] {
  const names = place.list === undefined ? undefined : keyedList(place.collection, place.list)?.names;
  return (names ?? []).flatMap(({ member: field, at, list }) => {
    const value = member(fields, field);
    if (value === undefined) return [];
    const named = at === undefined ? value : isJsonObject(value) ? member(value, at) : undefined;
    if (typeof named !== 'string') return [];
    return [{ field, value, thing: below(below(partOf(place), list), keyOf(named, 1)) }];
  });
}
