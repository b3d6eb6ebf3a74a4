import type { JsonObject } from '../flow/json.ts';
import { partOf, type Address } from './address.ts';
import type { Change } from './change.ts';
import { conflict, type Conflict } from './conflict.ts';
import { partDifference } from './difference.ts';
import { sameJson } from './json-things.ts';
import { hasGoneColumn, lacksNeeds, mergeChanged } from './merge-changed.ts';
import { NetOfChanges, type Changed, type Net, type Removed, type ThingNet } from './net.ts';
import { neededBy } from './needs.ts';
import { changedFields, foldedInto, told } from './told.ts';
import { lookAtTheirs } from './their-needs.ts';

/** Mine as it is to be made on top of theirs, as if it won every conflict that it can; and the conflicts. */
export interface Merge {
  readonly mine: NetOfChanges;
  readonly theirs: NetOfChanges;
  /** What is left of mine to be made. What they did alike is not among it. */
  readonly kept: Map<Address, ThingNet>;
  /** What makes a part that both added mine. */
  readonly others: Change[];
  readonly conflicts: Conflict[];
}

/** Merges two sequences of changes of one content, thing by thing and field by field. */
export function merge(mine: readonly Change[], theirs: readonly Change[]): Merge {
  const made: Merge = {
    mine: new NetOfChanges(mine),
    theirs: new NetOfChanges(theirs),
    kept: new Map(),
    others: [],
    conflicts: [],
  };
  for (const thing of made.mine.things.values()) mergeThing(made, thing);
  for (const thing of made.theirs.things.values()) lookAtTheirs(made, thing);
  return made;
}

function mergeThing(made: Merge, mine: ThingNet): void {
  const { address, place, net } = mine;
  const theirs = made.theirs.of(address);
  if (place.list !== undefined && made.theirs.of(partOf(place))?.state === 'removed') {
    made.conflicts.push(conflict('they removed what I changed', address));
  } else if (net.state === 'added') {
    if (theirs?.state === 'added') bothAdded(made, mine, net.item, theirs.item);
    else added(made, mine, net.item);
  } else if (net.state === 'removed') {
    if (theirs?.state !== 'removed') removed(made, mine, net, theirs);
  } else if (theirs?.state === 'removed') theyRemoved(made, mine, net);
  else mergeChanged(made, mine, net, theirs?.state === 'changed' ? theirs : undefined);
}

function added(made: Merge, mine: ThingNet, item: JsonObject): void {
  if (Object.keys(item).some((field) => hasGoneColumn(made, mine, field))) return;
  if (lacksNeeds(made, mine, neededBy(mine.place, item))) return;
  made.kept.set(mine.address, mine);
}

function bothAdded(made: Merge, { address, place }: ThingNet, item: JsonObject, theirs: JsonObject): void {
  if (sameJson(item, theirs)) return;
  made.conflicts.push(conflict('both added', address, { mine: item, theirs }));
  if (place.list === undefined) {
    made.others.push(...partDifference(place.collection, address, theirs, item));
  } else {
    const fields = changedFields(place, theirs, item);
    made.kept.set(address, { address, place, net: { state: 'changed', fields, moved: null } });
  }
}

function removed(made: Merge, { address, place }: ThingNet, net: Removed, theirs: Net | undefined): void {
  const lost = (thing: Address, about?: Parameters<typeof conflict>[2]): void => {
    made.conflicts.push(conflict('I removed what they changed', thing, about));
  };
  let item = net.item;
  if (place.list === undefined) {
    item = foldedInto(item, place, made.theirs.inside(address));
    for (const inner of made.theirs.things.values()) if (partOf(inner.place) === address) lost(inner.address);
  } else if (theirs?.state === 'changed') {
    for (const [field, { after }] of theirs.fields) {
      item = told(item, place, field, after);
      // Emptied for a column of theirs that went: nothing that they wrote is lost.
      if (!made.theirs.removesColumnOf(place, field)) lost(address, { field, theirs: after });
    }
    if (theirs.moved !== null) lost(address);
  }
  made.kept.set(address, { address, place, net: { ...net, item } });
}

function theyRemoved(made: Merge, { address, place }: ThingNet, { fields, moved }: Changed): void {
  const lost = (about?: Parameters<typeof conflict>[2]): void => {
    made.conflicts.push(conflict('they removed what I changed', address, about));
  };
  for (const [field, { after }] of fields) {
    // Emptied for a column of mine that goes: the row is gone, and the column goes all the same.
    if (!made.mine.removesColumnOf(place, field)) lost({ field, mine: after });
  }
  if (moved !== null) lost();
}
