import type { Profile } from '../../definitions/model/customer.ts';
import type { Mention } from '../../definitions/model/mention.ts';
import type { Reply } from '../../definitions/model/reply.ts';
import type { ConversationEntry } from '../../definitions/model/views/case-detail.ts';
import type { Directory } from './directory.ts';

interface Said {
  readonly mentions: readonly Mention[];
  readonly replies: readonly Reply[];
  readonly profiles: readonly Profile[];
}

/**
 * What was said on both sides as one conversation, oldest first. What the company answered elsewhere is stored as
 * a mention and, once there was a case, as a reply too: it is shown once, as a reply.
 */
export function conversationOf(
  { mentions, replies, profiles }: Said,
  directory: Directory,
): readonly ConversationEntry[] {
  const authors = new Map(profiles.map((profile) => [profile.id, profile]));
  const recorded = new Set(
    replies.flatMap(({ kind, externalId }) => (kind === 'elsewhere' ? [externalId] : [])),
  );
  const entries = [
    ...mentions
      .filter(({ direction, externalId }) => direction === 'inbound' || !recorded.has(externalId))
      .map((mention) =>
        mention.direction === 'inbound' ? said(mention, authors) : answeredElsewhere(mention),
      ),
    ...replies.map((reply) => replied(reply, directory)),
  ];
  return entries.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

function said(mention: Mention, authors: ReadonlyMap<string, Profile>): ConversationEntry {
  const author = authors.get(mention.profileId);
  const erased = mention.erasedAt !== undefined;
  return {
    what: 'mention',
    id: mention.id,
    conversationId: mention.conversationId,
    channel: mention.channel,
    kind: mention.kind,
    author: { profileId: mention.profileId, name: author?.name ?? null, handle: author?.handle ?? null },
    text: erased ? null : mention.text,
    subject: erased ? null : (mention.subject ?? null),
    url: erased ? null : (mention.url ?? null),
    at: mention.occurredAt,
    receivedAt: mention.receivedAt,
  };
}

function answeredElsewhere(mention: Mention): ConversationEntry {
  return {
    what: 'reply',
    id: mention.id,
    conversationId: mention.conversationId,
    channel: mention.channel,
    kind: 'elsewhere',
    status: 'sent',
    reason: null,
    by: null,
    text: mention.erasedAt === undefined ? mention.text : null,
    at: mention.occurredAt,
  };
}

function replied(reply: Reply, directory: Directory): ConversationEntry {
  return {
    what: 'reply',
    id: reply.id,
    conversationId: reply.conversationId,
    channel: reply.channel,
    kind: reply.kind,
    status: reply.status,
    reason: reply.reason,
    by: directory.personOrNull(reply.by),
    text: readText(reply.text),
    at: reply.at,
  };
}

/** A reply is never empty, so an empty one was erased. */
export function readText(text: string): string | null {
  return text === '' ? null : text;
}
