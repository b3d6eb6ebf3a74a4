import type { Address } from '../../../definitions/edit/address.ts';
import { thingOf, type Change } from '../../../definitions/edit/change.ts';
import type { Conflict } from '../../../definitions/edit/conflict.ts';
import type { Edit } from '../../../definitions/edit/edit.ts';
import type { Named } from '../../../definitions/model/views/page.ts';
import type { Session, SetAside } from './state.ts';

/** An edit as the server has it: the version that it made, and whose it is, where that is known. */
export type Since = Edit & { readonly version: number; readonly by?: Named };

/** `after`, with whose edits among `since` those of `before` do not go together that were set aside only now. */
export function withAuthors(before: Session, after: Session, since: readonly Since[]): Session {
  const mine = new Set(before.pending.map(({ id }) => id));
  const theirs = since.filter(({ id }) => !mine.has(id));
  const known = new Set(before.aside.map(({ edit }) => edit.id));
  const isNew = (one: SetAside): one is SetAside & { readonly why: 'conflict' } =>
    one.why === 'conflict' && !known.has(one.edit.id);
  // A session that nothing came to stays the same object.
  if (!after.aside.some(isNew)) return after;
  const aside = after.aside.map((one) => {
    if (!isNew(one)) return one;
    const by = authorsOf(one.conflicts, theirs);
    return by.length === 0 ? one : { ...one, by };
  });
  return { ...after, aside };
}

/** Whoever changed what the conflicts are about; where nothing tells that, the only one who did anything. */
function authorsOf(conflicts: readonly Conflict[], theirs: readonly Since[]): readonly Named[] {
  const involved = theirs.filter(({ changes }) =>
    changes.some((change) => conflicts.some((conflict) => isAbout(change, conflict))),
  );
  if (involved.length > 0) return peopleOf(involved);
  const all = peopleOf(theirs);
  return all.length === 1 ? all : [];
}

function peopleOf(edits: readonly Since[]): readonly Named[] {
  const people = new Map(edits.flatMap(({ by }) => (by === undefined ? [] : [[by.id, by] as const])));
  return [...people.values()];
}

function isAbout(change: Change, { thing, field }: Conflict): boolean {
  const at = thingOf(change);
  if (field === undefined) return isIn(at, thing) || isIn(thing, at);
  return change.do === 'set' ? at === thing && change.field === field : isIn(thing, at);
}

/** Whether a thing is another one or stands in it. */
function isIn(one: Address, other: Address): boolean {
  return one === other || one.startsWith(`${other}/`);
}
