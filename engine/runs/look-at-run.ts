import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { LiveWorkers } from './live-workers.ts';
import { workflowIdOf } from './start-request.ts';

/** Workflow tasks that failed this often in a row will not mend themselves. */
const HOPELESS_ATTEMPT = 3;
/** Of a pending activity that no worker has in hand: Temporal's PENDING_ACTIVITY_STATE_SCHEDULED. */
const SCHEDULED = 1;

/** Why a run does not move, when it cannot say so itself. */
export type Standstill = 'engine fault' | 'no worker';

/** How a run was found. `activity`: the one that no worker offers. */
export type Finding =
  | { readonly is: 'gone' }
  | { readonly is: 'moving' }
  | { readonly is: 'resting' }
  | { readonly is: 'stuck'; readonly code: Standstill; readonly activity: string | null };

/** Looks at a case's run as Temporal describes it. Rejects when Temporal does not answer. */
export async function lookAtRun(client: Client, caseId: string, live: LiveWorkers): Promise<Finding> {
  if (!live.some) return { is: 'stuck', code: 'no worker', activity: null };
  const described = await client.workflow
    .getHandle(workflowIdOf(caseId))
    .describe()
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    });
  if (described === null || described.status.name !== 'RUNNING') return { is: 'gone' };
  const { pendingWorkflowTask, pendingActivities } = described.raw;
  if ((pendingWorkflowTask?.attempt ?? 0) >= HOPELESS_ATTEMPT)
    return { is: 'stuck', code: 'engine fault', activity: null };
  const activities = pendingActivities ?? [];
  const unoffered = activities
    .filter(({ state }) => state === SCHEDULED)
    .map(({ activityType }) => activityType?.name ?? '')
    .find((name) => !live.activities.has(name));
  if (unoffered !== undefined) return { is: 'stuck', code: 'no worker', activity: unoffered };
  return { is: pendingWorkflowTask || activities.length > 0 ? 'moving' : 'resting' };
}
