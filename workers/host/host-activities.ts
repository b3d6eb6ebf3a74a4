import type { Store } from '../../engine/store/store.ts';
import { StoreProblem } from '../../engine/store/problem.ts';
import type { HostActivities } from '../../engine/workflows/host-activities.ts';
import { ApplicationFailure } from '@temporalio/common';
import { SavedRunSchema } from './saved-run.schema.ts';

/** Most arrivals handed to a run at once, so that an answer stays far below Temporal's limit of a payload. */
const MOST_ARRIVALS = 200;

/** What a case's run asks of the store. */
export function hostActivities(store: Store): HostActivities {
  return {
    async loadCase({ caseId, afterSeq, opening }) {
      const known = await store.arrivals.after(caseId, afterSeq, { withSaved: opening }).catch(hideText);
      const saved = opening && known.saved !== null ? SavedRunSchema.parse(known.saved) : null;
      const after = saved === null ? afterSeq : Math.max(afterSeq, saved.seenSeq);
      const fresh = known.arrivals.filter((arrival) => arrival.seq > after);
      const { brand, kind, primaryCaseId, progressVersion, trailLength } = known.case;
      return {
        arrivals: fresh.slice(0, MOST_ARRIVALS),
        more: fresh.length > MOST_ARRIVALS || known.arrivals.length >= 1000,
        brand,
        channel: kind,
        primaryCaseId,
        saved,
        recorded: { progressVersion, trailLength },
      };
    },
    async recordProgress({ progress, closed }) {
      const saved = closed === null ? null : JSON.stringify(closed);
      await store.cases.recordProgress(progress, saved).catch(hideText);
    },
  };
}

/** A problem of the store enters the history as its code alone. */
function hideText(error: unknown): never {
  if (!(error instanceof StoreProblem)) throw error;
  const type = error.code;
  throw ApplicationFailure.create({
    message: type,
    type,
    nonRetryable: type === 'not found' || type === 'refused',
  });
}
