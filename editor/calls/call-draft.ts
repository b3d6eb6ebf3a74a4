import type { LoggedCall } from '../../definitions/model/views/logged-call.ts';
import { words } from '../shell/words.ts';

const DAY_MS = 86_400_000;
/** Clocks differ a little; the API allows as much. */
const AHEAD_MS = 5 * 60_000;

/** What somebody has filled in so far. `at` is as the browser's own field writes it, in the reader's zone. */
export interface CallDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly accountNumber: string;
  readonly said: string;
  readonly channel: string;
  readonly at: string;
  readonly brand: string;
  readonly region: string;
}
export type CallErrors = Partial<Record<keyof CallDraft | 'who', string>>;

const WHO = ['name', 'phone', 'email', 'accountNumber'] as const;

/** What is still missing or cannot be, by field; empty when it can be sent. */
export function callErrors(draft: CallDraft, now: number): CallErrors {
  const { missing } = words.calls;
  const at = new Date(draft.at).getTime();
  return {
    ...(WHO.every((field) => draft[field].trim() === '') && { who: missing.who }),
    ...(draft.said.trim() === '' && { said: missing.said }),
    ...(Number.isNaN(at) && { at: missing.at }),
    ...(at > now + AHEAD_MS && { at: missing.future }),
  };
}

/** Whether it was so long ago that it comes in as history. */
export function isOld(draft: CallDraft, now: number): boolean {
  return now - new Date(draft.at).getTime() > DAY_MS;
}

/** The draft as the API takes it: what is empty is left out, the time is an instant. Only for one without errors. */
export function callOf(key: string, draft: CallDraft): LoggedCall {
  const given = (names: readonly (keyof CallDraft)[]): object =>
    Object.fromEntries(
      names.flatMap((name) => (draft[name].trim() === '' ? [] : [[name, draft[name].trim()]])),
    );
  return {
    key,
    channel: draft.channel,
    who: given(WHO),
    said: draft.said.trim(),
    at: new Date(draft.at).toISOString(),
    ...given(['brand', 'region']),
  };
}

/** The API's names of fields, as the form calls them, each with a sentence of the form's own. */
export function refusedField(field: string): CallErrors {
  const { reasons } = words.calls;
  if (field.startsWith('who')) return { who: reasons.who };
  if (field === 'said') return { said: reasons.said };
  if (field === 'at') return { at: reasons.at };
  return field === 'channel' ? { channel: reasons.channel } : {};
}
