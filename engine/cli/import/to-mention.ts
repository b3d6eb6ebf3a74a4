import { MENTION_LIMITS } from '../../../definitions/model/mention.ts';
import type { IncomingMention } from '../../../definitions/model/mention.ts';
import { occurredAt } from './occurred-at.ts';
import type { MentionField, ReadMention, ReaderOptions, RowVerdict } from './read-file.ts';

/** A row's fields as texts; '' counts as absent. */
export type FlatMention = { readonly [field in MentionField]?: string };

const INBOUND = new Set(['', 'inbound', 'in', 'true']);
const OUTBOUND = new Set(['outbound', 'out', 'false']);

/** A mention from a row's fields, or the first thing that is wrong with it. */
export function toMention(
  line: number,
  flat: FlatMention,
  options: Pick<ReaderOptions, 'channel' | 'brand'>,
): ReadMention | RowVerdict {
  const wrong = (field: MentionField, reason: string): RowVerdict => ({ line, field, reason });
  const externalId = flat.externalId ?? '';
  const author = flat.authorId || flat.authorHandle || flat.authorEmail || flat.authorPhone || '';
  const direction = (flat.direction ?? '').trim().toLowerCase();
  const at = occurredAt(flat.occurredAt ?? '');
  const text = flat.text ?? '';
  if (externalId === '') return wrong('externalId', 'is missing');
  if (author === '') return wrong('authorId', 'is missing, and so are handle, e-mail and phone');
  if (!INBOUND.has(direction) && !OUTBOUND.has(direction))
    return wrong('direction', 'is neither inbound nor outbound');
  if (!flat.occurredAt) return wrong('occurredAt', 'is missing');
  if (at === null)
    return wrong('occurredAt', 'is no date and time with a zone, such as 2026-03-01T09:00:00Z');
  // The store judges all bounds; a text as long as this is not even sent.
  if (text.length > MENTION_LIMITS.text)
    return wrong('text', `has ${text.length} characters; at most ${MENTION_LIMITS.text} go in`);
  if (Buffer.byteLength(externalId) > MENTION_LIMITS.idBytes) {
    return wrong(
      'externalId',
      `has ${Buffer.byteLength(externalId)} bytes; at most ${MENTION_LIMITS.idBytes} go in`,
    );
  }
  const brand = flat.brand || options.brand;
  const mention: IncomingMention = {
    channel: options.channel,
    externalId,
    direction: OUTBOUND.has(direction) ? 'outbound' : 'inbound',
    author: {
      externalId: author,
      ...(flat.authorName && { name: flat.authorName }),
      ...(flat.authorHandle && { handle: flat.authorHandle }),
      ...(flat.authorEmail && { email: flat.authorEmail }),
      ...(flat.authorPhone && { phone: flat.authorPhone }),
    },
    text,
    occurredAt: at,
    ...(flat.threadId && { threadId: flat.threadId }),
    ...(flat.subject && { subject: flat.subject }),
    ...(flat.url && { url: flat.url }),
    ...(brand && { brand }),
    ...(flat.language && { language: flat.language }),
    ...(flat.inReplyTo && { inReplyTo: flat.inReplyTo }),
  };
  return { line, mention, before: flat.inReplyTo ? [flat.inReplyTo] : [] };
}

/** Sorts what rows became into those that go in and those that do not. */
export function sortOut(read: number, rows: readonly (ReadMention | RowVerdict)[]) {
  return {
    read,
    mentions: rows.filter((row) => 'mention' in row),
    rejected: rows.filter((row) => 'reason' in row).sort((a, b) => a.line - b.line),
  };
}
