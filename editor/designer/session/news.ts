import { applied } from '../../../definitions/edit/applied.ts';
import type { Change } from '../../../definitions/edit/change.ts';
import { difference } from '../../../definitions/edit/difference.ts';
import type { Edit } from '../../../definitions/edit/edit.ts';
import { replayed, type Replay } from '../../../definitions/edit/replay.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { withAuthors, type Since } from './authors.ts';
import { asideSince, withDeeds, without, withSince } from './deeds.ts';
import type { KeptSession, Session, SetAside } from './state.ts';

/** The server took these edits, sent when it was at `base`. An answer that comes late changes nothing. */
export function taken(session: Session, base: number, version: number, ids: ReadonlySet<string>): Session {
  if (session.version !== base || version <= base) return session;
  const pending = session.pending.filter(({ id }) => !ids.has(id));
  const made = session.pending.filter(({ id }) => ids.has(id));
  const confirmed = pending.length === 0 ? session.content : contentWith(session.confirmed, made);
  return confirmed === null ? session : { ...session, version, confirmed, pending };
}

/**
 * What the server has since a version that is known here, one's own among it; `known` are ids of edits that it has
 * from before. Null: this does not lead on from here, and the draft has to be read anew.
 */
export function overtaken(
  session: Session,
  since: readonly Since[],
  known: readonly string[] = [],
): Session | null {
  const later = since.filter(({ version }) => version > session.version);
  if (later.some(({ version }, i) => version !== session.version + i + 1)) return null;
  const content = contentWith(session.confirmed, later);
  if (content === null) return null;
  const version = session.version + later.length;
  const ids = [...known, ...later.map(({ id }) => id)];
  const next = reread(session, { version, content }, { base: session.version, known: ids });
  return next === null ? null : withAuthors(session, next, later);
}

/**
 * The draft as it was read after the server was asked, at `base`, which of the edits that were ever sent it knows.
 * Null: it is older than what is known, or what was known at `base` is not what is known now: then others of one's own
 * may stand in it.
 */
export function reread(
  session: Session,
  { version, content }: { readonly version: number; readonly content: DraftContent },
  { base, known }: { readonly base: number; readonly known: readonly string[] },
): Session | null {
  if (version < session.version || base !== session.version) return null;
  const ids = new Set(known);
  if (version === session.version && !session.pending.some(({ id }) => ids.has(id))) return session;
  const replay = replayed(session.confirmed, content, session.pending, ids);
  return { ...withReplay(session, replay), version, confirmed: content, pending: replay.edits };
}

/** The server does not take an edit; those that build on it do not go together with its absence. */
export function refusedEdit(session: Session, id: string, sentence: string): Session {
  const at = session.pending.findIndex((edit) => edit.id === id);
  const edit = session.pending[at];
  if (edit === undefined) return session;
  const before = session.pending.slice(0, at);
  const now = contentWith(session.confirmed, before);
  const withIt = now === null ? null : contentWith(now, [edit]);
  if (now === null || withIt === null) return session;
  const replay = replayed(withIt, now, session.pending.slice(at + 1));
  const next = withReplay(session, replay);
  return {
    ...next,
    pending: [...before, ...replay.edits],
    done: without(next.done, new Set([id])),
    undone: without(next.undone, new Set([id])),
    aside: [...next.aside, { why: 'refused', edit, sentence }],
  };
}

/** The session with what was left unsent in another one of the same draft, as if it had been done here. */
export function adopted(session: Session, other: KeptSession): Session {
  const replay = replayed(other.confirmed, session.content, other.pending);
  const changes = changesOf(replay.edits);
  const seen = contentWith(other.confirmed, other.pending) ?? other.confirmed;
  return {
    ...session,
    content: replay.content,
    pending: [...session.pending, ...replay.edits],
    done: withDeeds(session.done, ...replay.edits.map((edit) => ({ ...edit, since: [] }))),
    undone: replay.edits.length === 0 ? session.undone : [],
    aside: [
      ...asideSince(session.aside, changes),
      ...asideOf(replay),
      ...asideSince(other.aside, difference(seen, replay.content)),
    ],
  };
}

function withReplay(session: Session, replay: Replay): Session {
  const jump = difference(session.content, replay.content);
  const gone = new Set(replay.refused.map(({ edit }) => edit.id));
  return {
    ...session,
    content: replay.content,
    done: without(withSince(session.done, jump), gone),
    undone: without(withSince(session.undone, jump), gone),
    aside: [...asideSince(session.aside, jump), ...asideOf(replay)],
  };
}

function asideOf({ edits, refused }: Replay): readonly SetAside[] {
  return refused.map(({ edit, conflicts, theirs, at }) => ({
    why: 'conflict',
    edit,
    conflicts,
    since: [...theirs, ...changesOf(edits.slice(at))],
  }));
}

function changesOf(edits: readonly Edit[]): readonly Change[] {
  return edits.flatMap(({ changes }) => changes);
}

function contentWith(content: DraftContent, edits: readonly Edit[]): DraftContent | null {
  const result = applied(content, changesOf(edits));
  return 'content' in result ? result.content : null;
}
