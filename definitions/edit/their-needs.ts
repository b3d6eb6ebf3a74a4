import type { JsonObject } from '../flow/json.ts';
import { conflict } from './conflict.ts';
import type { Merge } from './merge.ts';
import type { FieldNet, Net, ThingNet } from './net.ts';
import { neededBy } from './needs.ts';
import { columnOf, emptyOf } from './told.ts';

/** Notes what of theirs needs something that I removed: an arrow to a node, something in a cell of a column. */
export function lookAtTheirs(made: Merge, thing: ThingNet): void {
  const { address, place, net } = thing;
  if (net.state === 'removed' || made.mine.of(address)?.state === 'removed') return;
  const now = fieldsNow(net);
  for (const { field, value, thing: needed } of neededBy(place, now)) {
    if (made.kept.get(needed)?.net.state !== 'removed') continue;
    made.conflicts.push(conflict('I removed what they need', address, { field, theirs: value }));
  }
  for (const [field, value] of Object.entries(now)) {
    const [column, empty] = [columnOf(place, field), emptyOf(place, field)];
    if (column === undefined || empty === undefined || value === empty) continue;
    if (made.kept.get(column)?.net.state !== 'removed') continue;
    const mine = made.mine.of(address);
    // What I emptied myself was merged as a field.
    if (mine?.state === 'changed' && mine.fields.has(field)) continue;
    made.conflicts.push(conflict('I removed what they changed', address, { field, theirs: value }));
    alsoSet(made, thing, field, { before: value, after: empty });
  }
}

function fieldsNow(net: Exclude<Net, { state: 'removed' }>): JsonObject {
  if (net.state === 'added') return net.item;
  const set = [...net.fields].flatMap(([field, { after }]) =>
    after === undefined ? [] : [[field, after] as const],
  );
  return Object.fromEntries(set);
}

function alsoSet({ kept }: Merge, { address, place }: ThingNet, field: string, change: FieldNet): void {
  const known = kept.get(address);
  if (known?.net.state === 'changed') known.net.fields.set(field, change);
  else
    kept.set(address, {
      address,
      place,
      net: { state: 'changed', fields: new Map([[field, change]]), moved: null },
    });
}
