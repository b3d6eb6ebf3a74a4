import { forgottenOnce } from './forgotten-id.ts';
import type { Standing, StoredDoc, Whose } from './standing.ts';
import type { PersonScope } from './scope.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const theirProfiles = ({ profileIds }: PersonScope): readonly Whose[] => [
  { field: 'profileId', ids: [...profileIds] },
];

/** Who they are, and what was said: by them and to them. */
export const SAID_BY_THEM = {
  profiles: {
    holds: true,
    what: 'What they are called on each channel',
    whose: ({ profileIds }) => [{ field: '_id', ids: [...profileIds] }],
    personal: {
      // May be a name or an address. A new one keeps the profile apart from all others: who comes back is somebody new.
      externalId: ({ _id }) => `erased ${_id}`,
      name: null,
      handle: null,
      email: null,
      phone: null,
      nameWords: [],
    },
    kept: ['_id', 'channel', 'erasedAt'],
    unique: ['externalId'],
    stamp: 'erasedAt',
    told: {
      channel: 'channel',
      externalId: 'known to the channel as',
      name: 'name',
      handle: 'handle',
      email: 'e-mail address',
      phone: 'phone number',
      erasedAt: 'erased',
    },
  },
  mentions: {
    holds: true,
    what: 'What they said, and what the company answered outside of Earshot',
    whose: (scope) => [
      ...theirProfiles(scope),
      // What was answered elsewhere stands twice: as a reply, and as the company's own mention.
      { field: 'conversationId', ids: [...scope.conversationIds], and: { direction: 'outbound' } },
    ],
    personal: {
      text: '',
      subject: null,
      url: null,
      extra: null,
      inReplyTo: null,
      externalId: (doc, { scope }) =>
        scope.profileIds.has(text(doc['profileId']))
          ? forgottenOnce(text(doc['channel']), text(doc['externalId']))
          : doc['externalId'],
    },
    kept: [
      ...[
        '_id',
        'channel',
        'kind',
        'conversationId',
        'caseId',
        'direction',
        'profileId',
        'language',
        'brand',
      ],
      ...['importId', 'occurredAt', 'receivedAt', 'arrivalCaseId', 'seq', 'erasedAt'],
    ],
    unique: ['externalId'],
    stamp: 'erasedAt',
    never: (doc, { profileIds }) => profileIds.has(text(doc['profileId'])),
    told: {
      channel: 'channel',
      direction: 'to or from the company',
      externalId: 'known to the channel as',
      text: 'text',
      subject: 'subject',
      url: 'address',
      extra: 'what the channel said beside',
      language: 'language',
      brand: 'brand',
      caseId: 'case',
      occurredAt: 'said',
      receivedAt: 'received',
      erasedAt: 'erased',
    },
  },
  conversations: {
    holds: true,
    what: 'The threads in which they spoke',
    whose: ({ conversationIds }) => [{ field: '_id', ids: [...conversationIds] }],
    personal: {
      // Often the id of what they wrote first, or their number.
      threadKey: (doc, { scope }) =>
        scope.ownConversationIds.has(doc._id)
          ? forgottenOnce(text(doc['channel']), text(doc['threadKey']))
          : doc['threadKey'],
      threadId: (doc, { scope }) => (scope.ownConversationIds.has(doc._id) ? null : doc['threadId']),
    },
    kept: ['_id', 'channel', 'caseId', 'mentions', 'lastAt'],
    unique: ['threadKey'],
    told: {
      channel: 'channel',
      threadId: 'known to the channel as',
      caseId: 'case',
      mentions: 'how many were said in it',
      lastAt: 'last said',
    },
  },
  replies: {
    holds: true,
    what: 'What the company answered',
    whose: ({ conversationIds }) => [{ field: 'conversationId', ids: [...conversationIds] }],
    personal: { text: '' },
    kept: [
      ...['_id', 'key', 'caseId', 'conversationId', 'channel', 'kind', 'own', 'status', 'reason', 'by'],
      ...['externalId', 'at', 'erasedAt'],
    ],
    stamp: 'erasedAt',
    told: {
      channel: 'channel',
      text: 'text',
      kind: 'what for',
      status: 'what became of it',
      at: 'when',
      caseId: 'case',
      erasedAt: 'erased',
    },
  },
  texts: {
    holds: true,
    what: 'What colleagues wrote in their cases: answers, notes, reasons',
    whose: ({ caseIds }) => [{ field: 'caseId', ids: [...caseIds] }],
    personal: { text: '' },
    kept: ['_id', 'caseId', 'kind', 'by', 'at', 'erasedAt'],
    stamp: 'erasedAt',
    told: { text: 'text', kind: 'what for', at: 'when', caseId: 'case', erasedAt: 'erased' },
    toldIf: ofOwnCase,
  },
} satisfies Record<string, Standing>;

/** In a case in which others spoke, what colleagues wrote may be about them. */
export function ofOwnCase(doc: StoredDoc, { ownCaseIds }: PersonScope): boolean {
  return ownCaseIds.has(text(doc['caseId']));
}
