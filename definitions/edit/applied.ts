import type { DraftContent } from '../flow/draft.ts';
import { placeOf, type Place } from './address.ts';
import type { AddItem, Change, MoveItem, RemoveItem } from './change.ts';
import { sameJson } from './json-things.ts';
import { makeInPart } from './make-in-part.ts';
import { OpenContent } from './open-content.ts';
import { unfit, type Unfit } from './unfit.ts';

export type Applied =
  /** `made`: the changes, with the places that things really stood at; what takes them back is the inverse of these. */
  { readonly content: DraftContent; readonly made: readonly Change[] } | { readonly problem: Unfit };

/**
 * The content with the changes made, one after the other, all of them or none. A change fits where what it says of
 * before is what stands there. Nothing is thrown for one that does not, and what no change touches stays the same
 * object. Whether the result has the shape that the types promise is not looked at: `readTouched` does.
 */
export function applied(content: DraftContent, changes: readonly Change[]): Applied {
  const open = new OpenContent(content);
  const made: Change[] = [];
  for (const change of changes) {
    const done = make(open, change);
    if ('code' in done) return { problem: done };
    made.push(done);
  }
  return { content: open.result(), made };
}

function make(open: OpenContent, change: Change): Change | Unfit {
  const place = placeOf(change.do === 'set' ? change.thing : change.list);
  if (place === undefined) return unfit('no such place', change);
  if (change.do !== 'set' && place.list === undefined && place.id === undefined) {
    return makeWithPart(open, place, change);
  }
  const part = open.part(place.collection, place.id);
  if (part === undefined) return unfit('no such thing', change);
  return makeInPart(part, place, change);
}

function makeWithPart(
  open: OpenContent,
  { collection }: Place,
  change: AddItem | RemoveItem | MoveItem,
): Change | Unfit {
  if (collection === 'flow' || change.do === 'move') return unfit('no such place', change);
  const found = open.part(collection, change.key);
  if (change.do === 'add') {
    if (found !== undefined) return unfit('key taken', change);
    open.addPart(collection, change.key, change.item);
    return change;
  }
  if (found === undefined) return unfit('no such thing', change);
  if (!sameJson(found.result(), change.item)) return unfit('not what stands there', change);
  open.removePart(collection, change.key);
  return change;
}
