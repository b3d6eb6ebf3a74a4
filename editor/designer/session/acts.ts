import { applied } from '../../../definitions/edit/applied.ts';
import { inverse } from '../../../definitions/edit/change.ts';
import { difference } from '../../../definitions/edit/difference.ts';
import type { Edit } from '../../../definitions/edit/edit.ts';
import { rebase } from '../../../definitions/edit/rebase.ts';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { asideSince, withDeeds, without, withoutTakenBack } from './deeds.ts';
import type { Deed, Session } from './state.ts';

/** An act under an id of its own that leads to a content; one that changes nothing leaves no trace. */
export function did(
  session: Session,
  { id, label, after }: { readonly id: string; readonly label: string; readonly after: DraftContent },
): Session {
  const changes = after === session.content ? [] : difference(session.content, after);
  if (changes.length === 0) return session;
  const edit = { id, label: bounded(label), changes };
  const deed: Deed = { ...edit, since: [] };
  return { ...withEdit(session, edit, after), done: withDeeds(session.done, deed), undone: [] };
}

/** What came of taking back: the session, and the deed that could not be, for somebody changed it since. */
export interface Turned {
  readonly session: Session;
  readonly refused?: Deed;
}

/** Takes the last act back by a new one under `id`. One that cannot be taken back is not offered again. */
export function undone(session: Session, id: string, labelOf: (of: string) => string): Turned {
  return turned(session, 'done', 'undone', id, labelOf);
}

/** The same for the last act that was taken back. */
export function redone(session: Session, id: string, labelOf: (of: string) => string): Turned {
  return turned(session, 'undone', 'done', id, labelOf);
}

function turned(
  session: Session,
  from: 'done' | 'undone',
  to: 'done' | 'undone',
  id: string,
  labelOf: (of: string) => string,
): Turned {
  const last = session[from].at(-1);
  if (last === undefined) return { session };
  const back = rebase({ id, label: labelOf(last.label), changes: inverse(last.changes) }, last.since);
  const result = 'edit' in back ? applied(session.content, back.edit.changes) : null;
  if (result === null || 'problem' in result)
    return { session: { ...session, [from]: without(session[from], new Set([last.id])) }, refused: last };
  const { content, made } = result;
  const left = withoutTakenBack(session[from], made, { before: session.content, now: content });
  // Others took it back already.
  if (made.length === 0) return { session: { ...session, [from]: left } };
  const edit = { id, label: bounded(labelOf(last.label)), changes: made };
  const deed: Deed = { id, label: last.label, changes: made, since: [] };
  return {
    session: { ...withEdit(session, edit, content), [from]: left, [to]: withDeeds(session[to], deed) },
  };
}

/** The session with an edit that fits on what is seen and leads to `content`. */
export function withEdit(session: Session, edit: Edit, content: DraftContent): Session {
  return {
    ...session,
    content,
    pending: [...session.pending, edit],
    aside: asideSince(session.aside, edit.changes),
  };
}

/** As much of what an act is called as an edit may hold: names of steps in it may be long. */
function bounded(label: string): string {
  const { nameCharacters } = BOUNDS;
  return label.length <= nameCharacters ? label : `${label.slice(0, nameCharacters - 1).replace(HALF, '')}…`;
}
/** What a sign that is two characters leaves when it is cut between them. */
const HALF = /\p{Surrogate}$/u;
