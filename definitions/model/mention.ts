import type { JsonObject } from '../flow/json.ts';

/** Where mentions come from. A channel of an installation has a name of its own and one of these kinds. */
export type ChannelKind = 'tweet' | 'blog' | 'forum' | 'email' | 'phone' | 'shop' | 'chat' | 'webhook';

/** What a channel hands over, before anything is stored. Texts are plain text; HTML is kept apart, never rendered. */
export interface IncomingMention {
  readonly channel: string;
  readonly externalId: string;
  /** Thread of the channel; mentions of one thread are one conversation. Absent: a thread of its own. */
  readonly threadId?: string;
  /** Inbound: somebody said it. Outbound: the company answered there, not through Earshot. */
  readonly direction: 'inbound' | 'outbound';
  readonly author: {
    readonly externalId: string;
    readonly name?: string;
    readonly handle?: string;
    readonly email?: string;
    readonly phone?: string;
  };
  readonly text: string;
  readonly subject?: string;
  readonly url?: string;
  readonly brand?: string;
  readonly language?: string;
  /** ISO 8601, with zone. */
  readonly occurredAt: string;
  /** External id of what this answers. */
  readonly inReplyTo?: string;
  /** What the channel knows beside, shown as it is. */
  readonly extra?: JsonObject;
}

/** Longest accepted, in characters (text, subject, names) or bytes of UTF-8 (ids). Longer is refused, never cut. */
export const MENTION_LIMITS = {
  text: 100_000,
  subject: 2_000,
  name: 500,
  url: 4_000,
  idBytes: 1_024,
  extraBytes: 16_384,
} as const;

/** What became of one mention of a batch. */
export type CaptureVerdict =
  | { readonly status: 'captured'; readonly mentionId: string; readonly caseId: string | null }
  | { readonly status: 'duplicate'; readonly mentionId: string; readonly caseId: string | null }
  | { readonly status: 'rejected'; readonly field: string; readonly reason: string };

/** A mention as it stands in the store. */
export interface Mention {
  readonly id: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly externalId: string;
  readonly conversationId: string;
  readonly caseId: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly profileId: string;
  readonly text: string;
  readonly subject?: string;
  readonly url?: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly erasedAt?: string;
  /** What a colleague who wrote it down noted of the speaker. */
  readonly noted?: { readonly accountNumber?: string; readonly region?: string };
}
