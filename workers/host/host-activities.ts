import type { Store } from '../../engine/store/store.ts';
import type { HostActivities } from '../../engine/workflows/host-activities.ts';
import { hideText } from './hide-text.ts';
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
