import { Client, type Connection } from '@temporalio/client';
import type { SpaceAddress } from './space.ts';
import { workflowIdOf } from './start-request.ts';

const LOOK_AGAIN_MS = 300;
/** Temporal's list of runs follows what happens by some seconds: so many looks must find nothing that is new. */
const QUIET_LOOKS = 4;
const AT_ONCE = 8;

/**
 * Ends every run of a space and has Temporal forget it with its history; `goingOn` are cases whose run may be too young
 * for Temporal's list. Temporal has taken all of it on by then, and does it within some seconds.
 */
export async function forgetRuns(
  connection: Connection,
  { namespace, taskQueue }: Pick<SpaceAddress, 'namespace' | 'taskQueue'>,
  goingOn: readonly string[],
): Promise<void> {
  const client = new Client({ connection, namespace });
  const asked = new Set<string>();

  // Deleting ends a run that goes on. One that is ended first and deleted right then is kept for a minute or more:
  // Temporal puts the deleting off until it has done what ending asks for, each time twice as long.
  async function forget({ workflowId, runId }: RunId): Promise<void> {
    const workflowExecution = { workflowId, ...(runId !== undefined && { runId }) };
    await connection.workflowService
      .deleteWorkflowExecution({ namespace, workflowExecution })
      .catch(unlessGone);
  }

  async function forgetAll(runs: RunId[]): Promise<void> {
    const next = async (): Promise<void> => {
      for (let run = runs.pop(); run !== undefined; run = runs.pop()) await forget(run);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  await forgetAll(goingOn.map((caseId) => ({ workflowId: workflowIdOf(caseId) })));
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    const fresh: RunId[] = [];
    for await (const { workflowId, runId } of client.workflow.list({ query: `TaskQueue = '${taskQueue}'` })) {
      if (!asked.has(runId)) fresh.push({ workflowId, runId });
      asked.add(runId);
    }
    quiet = fresh.length === 0 ? quiet + 1 : 0;
    await forgetAll(fresh);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Without a run: the latest of that id. */
interface RunId {
  readonly workflowId: string;
  readonly runId?: string;
}

const NOT_FOUND = 5;

function unlessGone(error: unknown): void {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_FOUND) return;
  throw error;
}
