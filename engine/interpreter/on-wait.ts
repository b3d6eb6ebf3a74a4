import type { JsonObject } from '../../definitions/flow/json.ts';
import { nextNumber, type Draft } from './draft.ts';
import type { Failure } from './event.ts';
import { raiseIncident } from './incident.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Waiting } from './state.ts';
import { addUnread } from './unread.ts';

/** Takes a wait off the draft and lets its node go on. False: nothing waits under that id for such an event. */
export function answerWait(
  draft: Draft,
  id: string,
  answers: Waiting['for'],
  goOn: (at: Standing, wait: Waiting) => void,
): boolean {
  const wait = draft.waits.get(id);
  const at = wait?.for === answers ? standingOf(draft, wait.token) : undefined;
  if (wait === undefined || at === undefined) return false;
  draft.waits.delete(id);
  goOn(at, wait);
  return true;
}

/**
 * Gives a message to whoever has waited for it longest, an arm or a task that it answers; else keeps it unread. One
 * that no step of the drawing names is not kept.
 */
export function takeMessage(draft: Draft, name: string, facts: JsonObject): boolean {
  if (!draft.program.messages.has(name)) return false;
  const n = nextNumber(draft);
  for (const id of draft.waits.ids()) {
    const wait = draft.waits.get(id);
    if (wait?.message !== name) continue;
    if (wait.for === 'task') draft.commands.push({ type: 'cancelTask', id, reason: 'answered elsewhere' });
    return answerWait(draft, id, wait.for, (at) =>
      at.plan.behaviour.message?.(draft, at, wait, { facts, n }),
    );
  }
  addUnread(draft, name, n, facts);
  return true;
}

/** The host says that an activity cannot go on. Said twice, it changes nothing. */
export function reportStuck(draft: Draft, id: string, failure: Failure): boolean {
  const wait = draft.waits.get(id);
  const at = wait?.for === 'activity' ? standingOf(draft, wait.token) : undefined;
  if (wait === undefined || at === undefined) return false;
  const known = draft.incidents.find(({ again, subject }) => again === 'activity' && subject === id);
  if (known !== undefined) return false;
  raiseIncident(draft, at, wait.place.item, 'activity', { kind: 'host', failure }, id);
  return true;
}
