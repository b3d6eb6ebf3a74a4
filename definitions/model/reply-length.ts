import type { FormField } from '../flow/user-task.ts';
import type { JsonObject } from '../flow/json.ts';
import type { ChannelKind } from './mention.ts';

/** Ways on which an answer goes: where they wrote, or a private one. */
export const REPLY_WAYS = ['here', 'by e-mail', 'private message'] as const;
export type ReplyWay = (typeof REPLY_WAYS)[number];

/** Most characters of one reply, by kind of channel, where a channel declares nothing else; null: no limit. */
export const LONGEST_REPLY: { readonly [kind in ChannelKind]: number | null } = {
  tweet: 280,
  blog: null,
  forum: null,
  email: null,
  phone: null,
  shop: 5_000,
  chat: 2_000,
  webhook: null,
};

/** Length as people count: a character outside the first plane, like most emoji, is one. */
export function replyLength(text: string): number {
  return [...text].length;
}

/** The field that is held to the channel's length: the one that says so, else the first text that does not say no. */
export function replyFieldOf(form: readonly FormField[]): FormField | null {
  const texts = form.filter(({ type }) => type.type === 'text');
  return (
    texts.find(({ channelLength }) => channelLength === true) ??
    texts.find(({ channelLength }) => channelLength !== false) ??
    null
  );
}

/** The channel's limit as it holds for these answers: what goes a private way is not bound by it. */
export function limitFor(
  channelLimit: number | null,
  form: readonly FormField[],
  answers: JsonObject,
): number | null {
  const goesElsewhere = form.some(({ name, type }) => {
    const chosen = answers[name];
    return (
      type.type === 'string' &&
      type.allowed?.includes('here') === true &&
      chosen !== 'here' &&
      REPLY_WAYS.some((way) => way === chosen)
    );
  });
  return goesElsewhere ? null : channelLimit;
}

/** The field of the reply among these answers that is too long, and by how many characters; null when it fits. */
export function overLimit(
  channelLimit: number | null,
  form: readonly FormField[],
  answers: JsonObject,
): { readonly field: string; readonly limit: number; readonly over: number } | null {
  const field = replyFieldOf(form);
  const limit = limitFor(channelLimit, form, answers);
  const text = field === null ? undefined : answers[field.name];
  if (field === null || limit === null || typeof text !== 'string') return null;
  const over = replyLength(text) - limit;
  return over > 0 ? { field: field.name, limit, over } : null;
}
