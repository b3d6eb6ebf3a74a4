import type { RetentionKind } from '../../../definitions/model/retention.ts';
import { withoutBytes } from './bytes.ts';
import type { CollectionName, Standing } from './standing.ts';

/** What goes of one collection when it is old. */
export interface OldPart extends Pick<Standing, 'personal' | 'stamp'> {
  readonly collection: CollectionName;
  /** The field by which documents of a case are found. */
  readonly of: 'caseId' | '_id' | 'workflowId';
}

/** What goes with the cases that were closed long enough ago, and of which of them. */
export interface OldCases {
  readonly parts: readonly OldPart[];
  /** Only of cases of this outcome. */
  readonly outcome?: string;
  /** Also of what the company said by itself, which is of no case. */
  readonly caseless?: true;
}

const MENTION_TEXTS: readonly OldPart[] = [
  { collection: 'mentions', of: 'caseId', personal: { text: '', subject: null }, stamp: 'erasedAt' },
  { collection: 'cases', of: '_id', personal: { title: '', titleWords: [] } },
];
const RAW_ARRIVALS: OldPart = { collection: 'mentions', of: 'caseId', personal: { url: null, extra: null } };

/** The outcome by which a case counts as noise. */
const PUT_ASIDE = 'put aside';

/** What each kind of data is that goes with its case. */
export const OLD_CASES: { readonly [kind in Exclude<RetentionKind, 'customer-records'>]: OldCases } = {
  'mention-texts': { parts: MENTION_TEXTS, caseless: true },
  'reply-texts': {
    parts: [
      { collection: 'replies', of: 'caseId', personal: { text: '' }, stamp: 'erasedAt' },
      { collection: 'texts', of: 'caseId', personal: { text: '' }, stamp: 'erasedAt' },
    ],
  },
  'raw-arrivals': { parts: [RAW_ARRIVALS], caseless: true },
  noise: { parts: [...MENTION_TEXTS, RAW_ARRIVALS], outcome: PUT_ASIDE },
  // That something was done stays, or it might be done twice.
  'calls-out': {
    parts: [{ collection: 'effects', of: 'caseId', personal: { output: null, externalId: null } }],
  },
  'ways-taken': {
    parts: [
      { collection: 'trail', of: 'caseId', personal: { entries: [], events: null } },
      // An empty one stays, or it would be fetched from Temporal once more.
      {
        collection: 'histories',
        of: 'workflowId',
        personal: { history: ({ history }) => withoutBytes(history) },
      },
    ],
  },
};
