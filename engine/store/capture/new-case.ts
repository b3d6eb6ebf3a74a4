import { NO_BRAND } from '../../../definitions/model/case.ts';
import { isVisible, withoutTurning } from '../../../definitions/model/visible-text.ts';
import type { CaseDoc } from '../models/case.ts';
import type { MentionDoc } from '../models/mention.ts';
import { searchWords } from '../search-words.ts';
import type { Circumstances } from './plan.ts';

const TITLE_CHARS = 120;

/** A case as it begins, with its first inbound mention. */
export function newCase(
  id: string,
  first: MentionDoc,
  has: {
    readonly brand: string | null;
    readonly at: Date;
    readonly lastSeq: number;
    readonly history: boolean;
    readonly lastSaidAt: Date;
    readonly answered: Pick<CaseDoc, 'answeredAt' | 'wroteAgain'>;
  },
  about: Pick<Circumstances, 'receivedAt' | 'importId'>,
): CaseDoc {
  const title = titleOf(first.text, first.subject);
  return {
    _id: id,
    brand: has.brand ?? NO_BRAND,
    status: 'open',
    title,
    titleWords: searchWords([title]),
    titleProfileId: first.profileId,
    outcome: null,
    revision: null,
    runId: null,
    channel: first.channel,
    kind: first.kind,
    team: null,
    person: null,
    region: null,
    priority: null,
    dueAt: null,
    brokenStep: null,
    ownError: null,
    customerId: null,
    primaryCaseId: null,
    history: has.history,
    importId: about.importId,
    worth: null,
    firstSaidAt: first.occurredAt,
    lastSaidAt: has.lastSaidAt,
    ...has.answered,
    openedAt: has.at,
    changedAt: about.receivedAt,
    closedAt: null,
    lastSeq: has.lastSeq,
    deliveredSeq: 0,
    seenSeq: 0,
    undelivered: true,
    undeliveredSince: about.receivedAt,
    owesSince: null,
    wakesAt: null,
    positions: [],
    nodes: [],
    counted: null,
    standing: null,
    facts: {},
    progressVersion: 0,
    trailLength: 0,
  };
}

/**
 * The subject, or else the first line of the text with something to see, at most 120 characters; '' if there is none.
 * A mail begins with a greeting: its subject says more.
 */
export function titleOf(text: string, subject: string | null): string {
  const lines = `${subject ?? ''}\n${text}`.split(/\r\n|\r|\n/);
  const characters = [...withoutTurning(lines.find(isVisible) ?? '').trim()];
  return characters.length <= TITLE_CHARS
    ? characters.join('')
    : `${characters
        .slice(0, TITLE_CHARS - 1)
        .join('')
        .trimEnd()}…`;
}
