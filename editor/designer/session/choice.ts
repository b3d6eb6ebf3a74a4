import { applied } from '../../../definitions/edit/applied.ts';
import { settled } from '../../../definitions/edit/rebase.ts';
import { withEdit } from './acts.ts';
import { withDeeds } from './deeds.ts';
import type { Session } from './state.ts';

/**
 * What becomes of an edit that was set aside. 'theirs': it is let go. 'mine': it is made on what is seen now, as a new
 * act under `newId`; if what it is about is gone it stays aside, with the conflicts that say so.
 */
export function chosen(session: Session, id: string, choice: 'mine' | 'theirs', newId: string): Session {
  const one = session.aside.find(({ edit }) => edit.id === id);
  if (one === undefined) return session;
  const rest = { ...session, aside: session.aside.filter((other) => other !== one) };
  if (choice === 'theirs' || one.why === 'refused') return rest;
  const again = settled(one.edit, one.since, 'mine');
  const result = 'edit' in again ? applied(session.content, again.edit.changes) : null;
  if (result === null || 'problem' in result) {
    const conflicts = 'conflicts' in again ? again.conflicts : [];
    return { ...rest, aside: [...rest.aside, { ...one, conflicts }] };
  }
  if (result.made.length === 0) return rest;
  const edit = { id: newId, label: one.edit.label, changes: result.made };
  return {
    ...withEdit(rest, edit, result.content),
    done: withDeeds(session.done, { ...edit, since: [] }),
    undone: [],
  };
}
