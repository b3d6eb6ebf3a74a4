import { partOf, placeOf, type Address, type Place } from './address.ts';
import { thingOf, type Change } from './change.ts';

/** A thing that changes name: a part, or an item of one of its lists. */
export interface Touched extends Place {
  readonly address: Address;
  /** The part that it is or stands in. */
  readonly part: Address;
}

/** Every thing that the changes touch, once, in their order: what is set, comes, goes or moves. */
export function touches(changes: readonly Change[]): readonly Touched[] {
  const touched = new Map<Address, Touched>();
  for (const change of changes) {
    const address = thingOf(change);
    if (touched.has(address)) continue;
    const place = placeOf(address);
    if (place !== undefined) touched.set(address, { ...place, address, part: partOf(place) });
  }
  return [...touched.values()];
}
