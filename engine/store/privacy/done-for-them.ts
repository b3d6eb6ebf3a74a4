import { withoutBytes } from './bytes.ts';
import { textWithoutWords, withoutWords } from './free-words.ts';
import { ofOwnCase } from './said-by-them.ts';
import type { EmptiedBy, Standing, StoredDoc, Whose } from './standing.ts';
import type { PersonScope } from './scope.ts';

const ofTheirCases = ({ caseIds }: PersonScope): readonly Whose[] => [{ field: 'caseId', ids: [...caseIds] }];
const theirCases = ({ caseIds }: PersonScope): readonly Whose[] => [{ field: '_id', ids: [...caseIds] }];

/** Facts stay; what somebody typed among them goes. */
const values =
  (field: string): EmptiedBy =>
  (doc, { words }) =>
    withoutWords(doc[field], words, true);
const parts =
  (field: string): EmptiedBy =>
  (doc, { words }) =>
    withoutWords(doc[field], words);
const asText =
  (field: string): EmptiedBy =>
  (doc, { words }) =>
    textWithoutWords(doc[field], words);

/** A title is the beginning of what one of several people said. */
function isTitledByThem({ titleProfileId }: StoredDoc, { profileIds }: PersonScope): boolean {
  return typeof titleProfileId === 'string' && profileIds.has(titleProfileId);
}

const titleOf =
  (field: string, emptied: unknown): EmptiedBy =>
  (doc, { scope }) =>
    isTitledByThem(doc, scope) ? emptied : doc[field];

/** The cases, and what was done in them. What was decided and counted stays; what people wrote goes. */
export const DONE_FOR_THEM = {
  cases: {
    holds: true,
    what: 'Their cases, and what was decided',
    whose: theirCases,
    personal: {
      title: titleOf('title', ''),
      titleWords: titleOf('titleWords', []),
      titleProfileId: titleOf('titleProfileId', null),
      facts: values('facts'),
    },
    kept: [
      ...[
        '_id',
        'brand',
        'status',
        'outcome',
        'revision',
        'runId',
        'channel',
        'kind',
        'team',
        'person',
        'region',
      ],
      ...[
        'priority',
        'dueAt',
        'brokenStep',
        'ownError',
        'customerId',
        'primaryCaseId',
        'history',
        'importId',
      ],
      ...[
        'worth',
        'firstSaidAt',
        'lastSaidAt',
        'answeredAt',
        'wroteAgain',
        'openedAt',
        'changedAt',
        'closedAt',
      ],
      ...['lastSeq', 'deliveredSeq', 'seenSeq', 'undelivered', 'undeliveredSince', 'owesSince', 'wakesAt'],
      ...['positions', 'retries', 'nodes', 'counted', 'standing', 'progressVersion', 'trailLength'],
    ],
    told: {
      title: 'title',
      status: 'how it stands',
      outcome: 'what came of it',
      channel: 'channel',
      brand: 'brand',
      region: 'region',
      priority: 'priority',
      brokenStep: 'step that broke',
      ownError: "the company's own error",
      facts: 'what was found out and decided',
      openedAt: 'opened',
      closedAt: 'closed',
    },
    untold: (doc, scope) => [
      ...(isTitledByThem(doc, scope) ? [] : ['title']),
      ...(scope.ownCaseIds.has(doc._id) ? [] : ['facts', 'brokenStep', 'ownError', 'region', 'priority']),
    ],
  },
  tasks: {
    holds: true,
    what: 'What colleagues were asked in their cases, and what they chose',
    whose: ofTheirCases,
    personal: { answers: values('answers'), suggested: values('suggested'), show: values('show') },
    kept: [
      ...[
        '_id',
        'caseId',
        'version',
        'scope',
        'flow',
        'node',
        'name',
        'instructions',
        'guide',
        'form',
        'status',
      ],
      ...['persons', 'teams', 'roles', 'takenBy', 'openedAt', 'dueAt', 'dueSort', 'priority', 'closedAt'],
      'answeredBy',
    ],
    told: {
      name: 'what was asked',
      status: 'how it stands',
      show: 'what was shown',
      answers: 'what was chosen',
      openedAt: 'asked',
      closedAt: 'settled',
      caseId: 'case',
    },
    toldIf: ofOwnCase,
  },
  trail: {
    holds: true,
    what: 'The way that their cases took',
    whose: ofTheirCases,
    personal: { entries: parts('entries'), events: asText('events') },
    kept: ['_id', 'caseId', 'from', 'revision'],
    told: { entries: 'steps', caseId: 'case' },
    toldIf: ofOwnCase,
  },
  savedStates: {
    holds: true,
    what: 'Where their cases stood when they were closed',
    whose: theirCases,
    personal: { state: asText('state') },
    kept: ['_id', 'runId', 'at'],
    told: { at: 'when' },
  },
  histories: {
    holds: true,
    what: 'How Earshot carried their cases: times, ids and facts, for engineers',
    whose: ({ caseIds }) => [{ field: 'workflowId', ids: [...caseIds].map((id) => `case/${id}`) }],
    // It cannot be changed in part, or it could not be told again.
    personal: {
      history: (doc, { words }) => (words.size > 0 ? withoutBytes(doc['history']) : doc['history']),
    },
    kept: ['_id', 'workflowId', 'runId', 'revision', 'semantics', 'at'],
    told: { at: 'kept' },
  },
  arrivals: {
    holds: true,
    what: 'In which order things reached their cases',
    whose: ofTheirCases,
    personal: { facts: values('facts') },
    kept: ['_id', 'caseId', 'seq', 'kind', 'at', 'history', 'saidAt', 'ref', 'name'],
    told: { kind: 'what', at: 'when', caseId: 'case' },
    toldIf: ofOwnCase,
  },
  effects: {
    holds: true,
    what: 'What was done in the world for their cases',
    whose: ofTheirCases,
    personal: { output: values('output') },
    kept: ['_id', 'caseId', 'activity', 'state', 'attempt', 'leaseUntil', 'released', 'externalId', 'at'],
    told: { activity: 'what', state: 'what became of it', at: 'when', caseId: 'case' },
    toldIf: ofOwnCase,
  },
  remedies: {
    holds: true,
    what: 'What they were given',
    whose: ofTheirCases,
    personal: {},
    kept: ['_id', 'key', 'caseId', 'kind', 'amount', 'months', 'by', 'at'],
    told: { kind: 'what', amount: 'amount', months: 'months', at: 'when', caseId: 'case' },
    toldIf: ofOwnCase,
  },
  incidents: {
    holds: true,
    what: 'When their cases were stuck',
    whose: ofTheirCases,
    personal: {},
    kept: [
      ...['_id', 'caseId', 'revision', 'scope', 'flow', 'node', 'kind', 'code', 'message', 'at', 'status'],
      ...['clearedAt', 'fromOutside', 'act', 'refusedBy', 'refusal', 'before'],
    ],
    told: { kind: 'what', at: 'since', clearedAt: 'until', caseId: 'case' },
    toldIf: ofOwnCase,
  },
  audit: {
    holds: true,
    what: 'Who did what in their cases, and said who they are',
    whose: (scope) => [...ofTheirCases(scope), { field: 'subject', ids: [...scope.linkIds] }],
    personal: { why: null, detail: parts('detail') },
    kept: ['_id', 'at', 'who', 'act', 'caseId', 'subject'],
    told: { act: 'what', detail: 'how', why: 'why', at: 'when', caseId: 'case' },
    toldIf: (doc, scope) => doc['caseId'] === null || ofOwnCase(doc, scope),
  },
  erasures: {
    holds: true,
    what: 'That they were erased before',
    whose: ({ profileIds }) => [{ field: 'profileIds', ids: [...profileIds] }],
    personal: {},
    kept: [
      ...['_id', 'key', 'profileIds', 'customerIds', 'by', 'reference', 'why', 'begunAt', 'doneAt', 'taken'],
      ...['digest', 'words', 'casesInWork'],
    ],
    told: { reference: 'request', why: 'why', begunAt: 'begun', doneAt: 'done', taken: 'documents emptied' },
  },
} satisfies Record<string, Standing>;
