import { conflict } from './conflict.ts';
import { sameJson } from './json-things.ts';
import type { Merge } from './merge.ts';
import type { Changed, FieldNet, ThingNet } from './net.ts';
import { neededBy, type Need } from './needs.ts';
import { emptyOf } from './told.ts';

/** Merges what I changed of a thing with what they changed of it: field by field, and its place. */
export function mergeChanged(made: Merge, mine: ThingNet, net: Changed, theirs: Changed | undefined): void {
  const { address, place } = mine;
  const fields = new Map<string, FieldNet>();
  for (const [field, wanted] of net.fields) {
    const left = mergedField(made, mine, [field, wanted], theirs?.fields.get(field));
    if (left !== undefined) fields.set(field, left);
  }
  const moved = mergedPlace(made, mine, net, theirs);
  if (fields.size === 0 && moved === null) return;
  made.kept.set(address, { address, place, net: { state: 'changed', fields, moved } });
}

function mergedField(
  made: Merge,
  mine: ThingNet,
  [field, wanted]: readonly [string, FieldNet],
  theirs: FieldNet | undefined,
): FieldNet | undefined {
  const { address, place } = mine;
  const { before, after } = wanted;
  if (made.theirs.removesColumnOf(place, field)) {
    if (after !== emptyOf(place, field)) hasGoneColumn(made, mine, field);
    return undefined;
  }
  if (lacksNeeds(made, mine, neededBy(place, after === undefined ? {} : { [field]: after })))
    return undefined;
  if (theirs === undefined) return { before, after };
  if (sameJson(theirs.after, after)) return undefined;
  const kind = made.mine.removesColumnOf(place, field) ? 'I removed what they changed' : 'both changed';
  made.conflicts.push(conflict(kind, address, { field, mine: after, theirs: theirs.after }));
  return { before: theirs.after, after };
}

function mergedPlace(
  { conflicts }: Merge,
  { address }: ThingNet,
  { moved }: Changed,
  theirs: Changed | undefined,
): Changed['moved'] {
  const other = theirs?.moved ?? null;
  if (moved === null || other === null) return moved;
  if (moved.to === other.to) return null;
  conflicts.push(conflict('both moved', address, { mine: moved.to, theirs: other.to }));
  return { from: other.to, to: moved.to };
}

/** Whether a cell of mine is of a column that they removed. That is a conflict, and is noted. */
export function hasGoneColumn(
  { theirs, conflicts }: Merge,
  { address, place }: ThingNet,
  field: string,
): boolean {
  if (!theirs.removesColumnOf(place, field)) return false;
  conflicts.push(conflict('they removed what I need', address, { field }));
  return true;
}

/** Whether something that a thing of mine names is gone. That is a conflict, and is noted. */
export function lacksNeeds(
  { theirs, conflicts }: Merge,
  { address }: ThingNet,
  needs: readonly Need[],
): boolean {
  const gone = needs.filter(({ thing }) => theirs.of(thing)?.state === 'removed');
  for (const { field, value } of gone) {
    conflicts.push(conflict('they removed what I need', address, { field, mine: value }));
  }
  return gone.length > 0;
}
