import { nodeIn } from '../../definitions/flow/drawn.ts';
import type { PlaceOfStandstill } from '../store/incidents.ts';
import type { Store } from '../store/store.ts';
import { RunsProblem, type Runs } from './runs.ts';

/** The step of a case that waits for this activity, asked of its run; null when that cannot be told. */
export async function placeOfActivity(
  caseId: string,
  activity: string,
  { store, runs }: { readonly store: Store; readonly runs: Runs },
): Promise<PlaceOfStandstill | null> {
  const found = await store.cases.find(caseId);
  const revision = found?.revision ? await store.revisions.get(found.revision) : null;
  const view = await runs.view(caseId).catch((error: unknown) => {
    if (error instanceof RunsProblem) return null;
    throw error;
  });
  if (!revision || view === null) return null;
  for (const { for: what, place } of Object.values(view.state.waits)) {
    const step = nodeIn(revision, place);
    if (what === 'activity' && step?.kind === 'serviceTask' && step.activity === activity) {
      const { scope, flow, node } = place;
      return { scope, flow, node };
    }
  }
  return null;
}
