import type {
  CaptureVerdict,
  ChannelKind,
  IncomingMention,
  Mention,
} from '../../definitions/model/mention.ts';
import { capture } from './capture/capture.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { MentionDoc } from './models/mention.ts';

/** How a batch came in. */
export interface CaptureOptions {
  /** A retry under the same id gets 'captured' again instead of 'duplicate'. */
  readonly importId?: string;
  /** Default: the store's clock. More than a day after a mention's `occurredAt` makes it history. */
  readonly receivedAt?: Date;
  /** Kind for a channel that the store does not know yet; default: the channel's name if it is a kind, else 'webhook'. */
  readonly kind?: ChannelKind;
}

/** Questions about what people said. Mentions are only ever added; erasing replaces their texts. */
export interface MentionStore {
  /**
   * Stores a batch of at most 1,000, with profiles, conversations, cases and the cases' sequence numbers, each
   * mention wholly or not at all. Verdicts stand in the order of the batch; mentions of one case are numbered by
   * the time they were said, then by their place in the batch.
   */
  capture(batch: readonly IncomingMention[], options?: CaptureOptions): Promise<readonly CaptureVerdict[]>;
  find(mentionId: string): Promise<Mention | null>;
  findMany(mentionIds: readonly string[]): Promise<readonly Mention[]>;
  /** All mentions of a case over its conversations, in the order they were said. */
  byCase(caseId: string): Promise<readonly Mention[]>;
  byConversation(conversationId: string): Promise<readonly Mention[]>;
  /** What a profile said last; null: nothing. */
  latestOfProfile(profileId: string): Promise<Mention | null>;
  /** How many inbound mentions a profile made since then. */
  countByProfile(profileId: string, since: Date): Promise<number>;
}

export function mentionStore(db: Database): MentionStore {
  const { mentions } = db.models;
  return {
    capture: (batch, options = {}) => capture(db, batch, options),
    async find(mentionId) {
      const doc = await mentions.findById(mentionId).lean();
      return doc === null ? null : mentionOf(doc);
    },
    async findMany(mentionIds) {
      const docs = await mentions.find({ _id: { $in: [...mentionIds] } }).lean();
      return docs.map(mentionOf);
    },
    async byCase(caseId) {
      const docs = await mentions.find({ caseId }).sort({ occurredAt: 1 }).lean();
      return docs.map(mentionOf);
    },
    async byConversation(conversationId) {
      const docs = await mentions.find({ conversationId }).sort({ occurredAt: 1 }).lean();
      return docs.map(mentionOf);
    },
    async latestOfProfile(profileId) {
      const doc = await mentions.findOne({ profileId, direction: 'inbound' }).sort({ occurredAt: -1 }).lean();
      return doc === null ? null : mentionOf(doc);
    },
    countByProfile: (profileId, since) =>
      mentions.countDocuments({ profileId, direction: 'inbound', occurredAt: { $gte: since } }),
  };
}

function mentionOf(doc: MentionDoc): Mention {
  return {
    id: doc._id,
    channel: doc.channel,
    kind: doc.kind,
    externalId: doc.externalId,
    conversationId: doc.conversationId,
    caseId: doc.caseId,
    direction: doc.direction,
    profileId: doc.profileId,
    text: doc.text,
    ...(doc.subject !== null && { subject: doc.subject }),
    ...(doc.url !== null && { url: doc.url }),
    occurredAt: iso(doc.occurredAt),
    receivedAt: iso(doc.receivedAt),
    ...(doc.erasedAt !== null && { erasedAt: iso(doc.erasedAt) }),
    ...notedIn(doc),
  };
}

/** What was noted of a speaker, in the words of `Mention.noted`. */
function notedIn({ extra }: MentionDoc): Pick<Mention, 'noted'> {
  const noted = extra?.['noted'];
  if (typeof noted !== 'object' || noted === null || Array.isArray(noted)) return {};
  const entries = new Map(Object.entries(noted));
  const word = (name: 'accountNumber' | 'region'): object => {
    const value = entries.get(name);
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return { noted: { ...word('accountNumber'), ...word('region') } };
}
