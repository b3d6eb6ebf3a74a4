import type { Case } from '../../definitions/model/case.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import type { ActivityContext } from '../sdk/context.ts';

/** The case a call is about. A case that is not there cannot come by trying again. */
export async function caseOfCall({ store, call }: ActivityContext): Promise<Case> {
  const found = await store.cases.find(call.caseId);
  if (found === null) throw new ActivityProblem('unknown case', { retry: false, happened: 'no' });
  return found;
}
