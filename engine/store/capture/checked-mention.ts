import type { IncomingMention } from '../../../definitions/model/mention.ts';
import { MENTION_LIMITS } from '../../../definitions/model/mention.ts';
import { cleanJson, cleanText, isBroken } from './clean-text.ts';
import { readInstant } from './read-instant.ts';

/** A mention within bounds, with clean texts, a place in its batch, and its time as an instant. */
export interface CheckedMention {
  readonly index: number;
  readonly mention: IncomingMention;
  readonly occurredAt: Date;
}
export interface Refusal {
  readonly field: string;
  readonly reason: string;
}

/** Clocks of channels may be a little fast. */
const FUTURE_MS = 5 * 60_000;
const CHANNEL_BYTES = 200;
const LANGUAGE_CHARS = 35;
const DEEPEST_EXTRA = 40;

/**
 * What of a mention cannot be stored, by field; or the mention, cleaned: in what people wrote, a NUL and half a
 * surrogate pair become U+FFFD. In ids they are refused, since cleaning could make two ids one.
 */
export function checkMention(
  mention: IncomingMention,
  receivedAt: Date,
): { refusal: Refusal } | { mention: IncomingMention; occurredAt: Date } {
  const { author } = mention;
  const refusal =
    badId('channel', mention.channel, CHANNEL_BYTES) ??
    badId('externalId', mention.externalId) ??
    badId('threadId', mention.threadId) ??
    badId('inReplyTo', mention.inReplyTo) ??
    badId('author.externalId', author.externalId) ??
    tooLong('text', mention.text, MENTION_LIMITS.text) ??
    tooLong('subject', mention.subject, MENTION_LIMITS.subject) ??
    tooLong('url', mention.url, MENTION_LIMITS.url) ??
    tooLong('brand', mention.brand, MENTION_LIMITS.name) ??
    tooLong('language', mention.language, LANGUAGE_CHARS) ??
    tooLong('author.name', author.name, MENTION_LIMITS.name) ??
    tooLong('author.handle', author.handle, MENTION_LIMITS.name) ??
    tooLong('author.email', author.email, MENTION_LIMITS.name) ??
    tooLong('author.phone', author.phone, MENTION_LIMITS.name) ??
    badExtra(mention.extra);
  if (refusal !== undefined) return { refusal };
  const occurredAt = readInstant(mention.occurredAt);
  if (occurredAt === null)
    return { refusal: { field: 'occurredAt', reason: 'is not a date and time with a zone (ISO 8601)' } };
  if (occurredAt.getTime() > receivedAt.getTime() + FUTURE_MS) {
    return { refusal: { field: 'occurredAt', reason: 'lies in the future' } };
  }
  return { mention: cleaned(mention), occurredAt };
}

function badId(
  field: string,
  id: string | undefined,
  most: number = MENTION_LIMITS.idBytes,
): Refusal | undefined {
  if (id === undefined) return undefined;
  if (id === '') return { field, reason: 'is empty' };
  if (Buffer.byteLength(id) > most) return { field, reason: `is longer than ${most} bytes` };
  return isBroken(id) ? { field, reason: 'holds a NUL or half a character' } : undefined;
}

function tooLong(field: string, text: string | undefined, most: number): Refusal | undefined {
  return text !== undefined && text.length > most
    ? { field, reason: `is longer than ${most} characters` }
    : undefined;
}

function badExtra(extra: IncomingMention['extra']): Refusal | undefined {
  if (extra === undefined) return undefined;
  if (isDeeper(extra, DEEPEST_EXTRA))
    return { field: 'extra', reason: `is nested deeper than ${DEEPEST_EXTRA}` };
  return Buffer.byteLength(JSON.stringify(extra)) > MENTION_LIMITS.extraBytes
    ? { field: 'extra', reason: `is longer than ${MENTION_LIMITS.extraBytes} bytes` }
    : undefined;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

function cleaned(mention: IncomingMention): IncomingMention {
  const { author } = mention;
  return {
    ...mention,
    text: cleanText(mention.text),
    ...(mention.subject !== undefined && { subject: cleanText(mention.subject) }),
    ...(mention.url !== undefined && { url: cleanText(mention.url) }),
    ...(mention.brand !== undefined && { brand: cleanText(mention.brand) }),
    ...(mention.language !== undefined && { language: cleanText(mention.language) }),
    ...(mention.extra !== undefined && { extra: cleanJson(mention.extra) }),
    author: {
      externalId: author.externalId,
      ...(author.name !== undefined && { name: cleanText(author.name) }),
      ...(author.handle !== undefined && { handle: cleanText(author.handle) }),
      ...(author.email !== undefined && { email: cleanText(author.email) }),
      ...(author.phone !== undefined && { phone: cleanText(author.phone) }),
    },
  };
}
