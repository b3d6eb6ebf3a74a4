import { applied } from '../../../definitions/edit/applied.ts';
import { inverse, type Change } from '../../../definitions/edit/change.ts';
import { difference } from '../../../definitions/edit/difference.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Deed, SetAside } from './state.ts';

/** So many deeds of a list can be turned back at least, if they are no larger than usual. */
const MOST_DEEDS = 10_000;
/** Tables and drawings that come in at once are large. */
const MOST_CHARACTERS = 40_000_000;

/** The list with deeds at its end. What has become too much is forgotten, the oldest first; the last one never is. */
export function withDeeds(deeds: readonly Deed[], ...added: readonly Deed[]): readonly Deed[] {
  const all = [...deeds, ...added];
  let size = sizeOfAll(deeds) + added.reduce((sum, deed) => sum + sizeOf(deed), 0);
  let from = 0;
  for (const deed of all.slice(0, -1)) {
    if (all.length - from <= MOST_DEEDS && size <= MOST_CHARACTERS) break;
    size -= sizeOf(deed);
    from += 1;
  }
  const kept = from === 0 ? all : all.slice(from);
  SIZES.set(kept, size);
  return kept;
}

/** Of lists and of changes, none of which ever changes: to count all of it at each act takes too long. */
const SIZES = new WeakMap<readonly Deed[] | readonly Change[], number>();

function sizeOfAll(deeds: readonly Deed[]): number {
  return SIZES.get(deeds) ?? deeds.reduce((sum, deed) => sum + sizeOf(deed), 0);
}

/** Characters of what was done and of what became of it since, as they are written. */
function sizeOf({ changes, since }: Deed): number {
  return charactersOf(changes) + charactersOf(since);
}

function charactersOf(changes: readonly Change[]): number {
  const known = SIZES.get(changes);
  if (known !== undefined) return known;
  const characters = JSON.stringify(changes).length;
  SIZES.set(changes, characters);
  return characters;
}

/** The list after something happened that is no deed of its own. */
export function withSince(deeds: readonly Deed[], changes: readonly Change[]): readonly Deed[] {
  const last = deeds.at(-1);
  if (last === undefined || changes.length === 0) return deeds;
  return [...deeds.slice(0, -1), { ...last, since: [...last.since, ...changes] }];
}

/** The list without deeds that came to nothing; what they did is part of what became of the one before. */
export function without(deeds: readonly Deed[], ids: ReadonlySet<string>): readonly Deed[] {
  if (!deeds.some(({ id }) => ids.has(id))) return deeds;
  return deeds.reduce<readonly Deed[]>(
    (kept, deed) => (ids.has(deed.id) ? withSince(kept, [...deed.changes, ...deed.since]) : [...kept, deed]),
    [],
  );
}

/**
 * The list without its last deed, which was taken back by `back`; `before` is what was seen then, `now` is seen since.
 * What others did in between is left over, and nothing else.
 */
export function withoutTakenBack(
  deeds: readonly Deed[],
  back: readonly Change[],
  { before, now }: { readonly before: DraftContent; readonly now: DraftContent },
): readonly Deed[] {
  const last = deeds.at(-1);
  const others = deeds.slice(0, -1);
  if (last === undefined || others.length === 0 || last.since.length === 0) return others;
  const start = applied(before, inverse([...last.changes, ...last.since]));
  return withSince(
    others,
    'content' in start ? difference(start.content, now) : [...last.changes, ...last.since, ...back],
  );
}

/** What was set aside, after what its author sees has changed. */
export function asideSince(aside: readonly SetAside[], changes: readonly Change[]): readonly SetAside[] {
  if (changes.length === 0) return aside;
  return aside.map((one) => (one.why === 'conflict' ? { ...one, since: [...one.since, ...changes] } : one));
}
