import type { ChannelKind } from '../../../definitions/model/mention.ts';
import type { ConversationDoc } from '../models/conversation.ts';
import type { MentionDoc } from '../models/mention.ts';
import { plannedCases, type CasePart } from './cases-of-batch.ts';
import type { Known } from './known.ts';
import { profilesOf } from './profiles-of-batch.ts';
import { channelKey, rootThread } from './threads.ts';
import type { Change, Writes } from './writes.ts';

/** What the planning takes from outside. */
export interface Circumstances {
  readonly receivedAt: Date;
  readonly importId: string | null;
  readonly kindOf: (channel: string) => ChannelKind;
  readonly newId: () => string;
}

export interface CapturePlan {
  readonly writes: Writes;
  /** New mention's id and case, by its place in the batch. */
  readonly captured: ReadonlyMap<number, { readonly mentionId: string; readonly caseId: string | null }>;
  /** Two cases that turned out to be one matter: `follower` goes on in `primary`. */
  readonly joins: readonly { readonly follower: string; readonly primary: string }[];
}

/** What a batch changes, from what is known; asks nothing and writes nothing. */
export function planCapture(known: Known, about: Circumstances): CapturePlan {
  const profiles = profilesOf(known, about);
  const { parts, joins, created, changed } = conversationsOf(known, about);
  const mentions: MentionDoc[] = [];
  const placeOf = new Map<MentionDoc, number>();
  for (const { conversation, fresh } of parts) {
    for (const item of fresh) {
      const { mention } = item;
      const doc: MentionDoc = {
        _id: about.newId(),
        channel: mention.channel,
        kind: about.kindOf(mention.channel),
        externalId: mention.externalId,
        inReplyTo: mention.inReplyTo ?? null,
        conversationId: conversation._id,
        caseId: null,
        direction: mention.direction,
        profileId: profiles.idOf(mention.channel, mention.author.externalId),
        text: mention.text,
        subject: mention.subject ?? null,
        url: mention.url ?? null,
        language: mention.language ?? null,
        brand: mention.brand ?? null,
        extra: mention.extra ?? null,
        importId: about.importId,
        occurredAt: item.occurredAt,
        receivedAt: about.receivedAt,
        arrivalCaseId: null,
        seq: null,
        erasedAt: null,
      };
      mentions.push(doc);
      placeOf.set(doc, item.index);
    }
  }
  const casePart = plannedCases(byConversation(parts, mentions, known), known, about);
  const conversations = created.map((doc) => ({ ...doc, caseId: casePart.caseOf.get(doc._id) ?? null }));
  const grown = changed.map(({ id, set }) => ({
    id,
    set: { ...set, caseId: casePart.caseOf.get(id) ?? null },
  }));
  const broughtIn = parts.flatMap(({ conversation, silentToo }) =>
    silentToo.map(({ _id }) => ({ id: _id, set: { caseId: casePart.caseOf.get(conversation._id) ?? null } })),
  );
  const numbered = mentions.map((doc) => ({ ...doc, ...casePart.places.get(doc._id) }));
  const captured = new Map(
    mentions.map((doc, n) => [
      placeOf.get(doc) ?? -1,
      { mentionId: doc._id, caseId: numbered[n]?.caseId ?? null },
    ]),
  );
  return {
    captured,
    joins: joins.flatMap(({ from, into }) => joinedCases(from, into, casePart, known)),
    writes: {
      profiles: profiles.created,
      changedProfiles: profiles.changed,
      conversations,
      changedConversations: [...grown, ...broughtIn],
      mentions: numbered,
      changedMentions: casePart.adopted,
      cases: casePart.created,
      changedCases: casePart.changed,
      replies: casePart.replies,
      arrivals: casePart.arrivals,
      tallyChanges: casePart.tallyChanges,
    },
  };
}

/**
 * A conversation that the batch adds to. Another one may have been begun by an answer to a mention that only comes
 * now: its case becomes this one's too (`caseFrom`), or it comes into this one's case (`silentToo`).
 */
interface ConversationPart {
  readonly conversation: ConversationDoc;
  readonly fresh: Known['fresh'][number][];
  readonly silentToo: ConversationDoc[];
  caseFrom: string | null;
}

function conversationsOf(known: Known, about: Circumstances) {
  const parts = new Map<string, ConversationPart>();
  const created: ConversationDoc[] = [];
  const joins: { from: ConversationDoc; into: ConversationDoc }[] = [];
  for (const item of known.fresh) {
    const { channel, externalId, threadId } = item.mention;
    const key = channelKey(channel, item.thread);
    const part = parts.get(key) ?? {
      conversation: known.conversations.get(key) ?? begin(item),
      fresh: [],
      silentToo: [],
      caseFrom: null,
    };
    parts.set(key, part);
    part.fresh.push(item);
    const begun = known.conversations.get(channelKey(channel, rootThread(externalId)));
    if (begun !== undefined && begun._id !== part.conversation._id) {
      if (begun.caseId === null) part.silentToo.push(begun);
      else if (part.conversation.caseId === null && part.caseFrom === null) part.caseFrom = begun.caseId;
      else joins.push({ from: begun, into: part.conversation });
    }

    function begin({ thread, occurredAt }: Known['fresh'][number]): ConversationDoc {
      const doc: ConversationDoc = {
        _id: about.newId(),
        channel,
        threadKey: thread,
        threadId: threadId ?? null,
        caseId: null,
        mentions: 0,
        lastAt: occurredAt,
      };
      created.push(doc);
      return doc;
    }
  }
  const all = [...parts.values()];
  const isNew = new Set(created);
  const grown = (part: ConversationPart) => ({
    mentions: part.conversation.mentions + part.fresh.length,
    lastAt: latest([part.conversation.lastAt, ...part.fresh.map((item) => item.occurredAt)]),
  });
  return {
    parts: all,
    joins,
    created: all
      .filter((part) => isNew.has(part.conversation))
      .map((part) => ({ ...part.conversation, ...grown(part) })),
    changed: all
      .filter((part) => !isNew.has(part.conversation))
      .map((part): Change<ConversationDoc> => ({ id: part.conversation._id, set: grown(part) })),
  };
}

function byConversation(
  parts: readonly ConversationPart[],
  mentions: readonly MentionDoc[],
  known: Known,
): readonly CasePart[] {
  const grouped = new Map<string, MentionDoc[]>();
  for (const doc of mentions)
    grouped.set(doc.conversationId, [...(grouped.get(doc.conversationId) ?? []), doc]);
  return parts.map(({ conversation, caseFrom, silentToo }) => ({
    conversationId: conversation._id,
    caseId: conversation.caseId ?? caseFrom,
    fresh: grouped.get(conversation._id) ?? [],
    silent: [conversation, ...silentToo].flatMap((each) => known.silent.get(each._id) ?? []),
  }));
}

function joinedCases(
  from: ConversationDoc,
  into: ConversationDoc,
  part: ReturnType<typeof plannedCases>,
  known: Known,
) {
  const follower = from.caseId === null ? undefined : known.cases.get(from.caseId)?._id;
  const primary = part.caseOf.get(into._id) ?? null;
  return follower === undefined || primary === null || follower === primary ? [] : [{ follower, primary }];
}

function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map((at) => at.getTime())));
}
