import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Draft } from './draft.ts';
import type { UnreadMessage } from './state.ts';

/** Most unread messages of one name that a run keeps; the oldest go first. */
export const MOST_UNREAD = 100;

export function addUnread(draft: Draft, name: string, n: number, facts: JsonObject): void {
  const messages = [...(draft.unread.get(name) ?? []), { at: draft.at, n, facts }];
  draft.unread.set(name, messages.slice(-MOST_UNREAD));
}

/** Takes the oldest unread message of that name. */
export function takeUnread(draft: Draft, name: string): UnreadMessage | undefined {
  const [oldest, ...rest] = draft.unread.get(name) ?? [];
  if (oldest !== undefined) keep(draft, name, rest);
  return oldest;
}

/** Counts messages of these names as read: all, or those that came before the one numbered `before`. */
export function dropUnread(draft: Draft, names: readonly string[], before = Infinity): void {
  for (const name of names) {
    const messages = draft.unread.get(name);
    if (messages !== undefined)
      keep(
        draft,
        name,
        messages.filter(({ n }) => n >= before),
      );
  }
}

/** A message was taken: what answered earlier ones of its name from outside does not answer this one. */
export function dropStaleAnswers(draft: Draft, taken: string, n: number): void {
  const answers = draft.program.answersTo.get(taken);
  if (answers !== undefined) dropUnread(draft, [...answers], n);
}

function keep(draft: Draft, name: string, messages: readonly UnreadMessage[]): void {
  if (messages.length === 0) draft.unread.delete(name);
  else draft.unread.set(name, messages);
}
