import type { Case } from '../../../definitions/model/case.ts';
import { iso } from '../iso.ts';
import type { CaseDoc } from '../models/case.ts';

/** A case as the rest of the house knows it. */
export function caseOf(doc: CaseDoc): Case {
  return {
    id: doc._id,
    brand: doc.brand,
    status: doc.status,
    title: doc.title,
    outcome: doc.outcome,
    revision: doc.revision,
    runId: doc.runId,
    channel: doc.channel,
    owner: { team: doc.team, person: doc.person },
    region: doc.region,
    priority: doc.priority,
    dueAt: iso(doc.dueAt),
    brokenStep: doc.brokenStep,
    ownError: doc.ownError,
    customerId: doc.customerId,
    primaryCaseId: doc.primaryCaseId,
    history: doc.history,
    openedAt: iso(doc.openedAt),
    changedAt: iso(doc.changedAt),
    closedAt: iso(doc.closedAt),
    lastSeq: doc.lastSeq,
    deliveredSeq: doc.deliveredSeq,
    seenSeq: doc.seenSeq,
    owesReport: doc.owesSince !== null,
    positions: doc.positions,
    retries: (doc.retries ?? []).map(({ reported: _reported, ...retry }) => ({
      ...retry,
      since: iso(retry.since),
    })),
    facts: doc.facts,
  };
}
