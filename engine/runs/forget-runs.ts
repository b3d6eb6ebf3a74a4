import {
  Client,
  WorkflowNotFoundError,
  type Connection,
  type WorkflowExecutionInfo,
} from '@temporalio/client';
import type { SpaceAddress } from './space.ts';

const LOOK_AGAIN_MS = 300;
/** Temporal's list of runs follows what happens by some seconds: it must stay empty that long. */
const EMPTY_LOOKS = 4;
const MOST_LOOKS = 100;
const AT_ONCE = 8;

/** Ends every run of a space, and has Temporal forget it with its history. */
export async function forgetRuns(
  connection: Connection,
  { namespace, taskQueue }: Pick<SpaceAddress, 'namespace' | 'taskQueue'>,
): Promise<void> {
  const client = new Client({ connection, namespace });
  const query = `TaskQueue = '${taskQueue}'`;
  async function forget({ workflowId, runId, status }: WorkflowExecutionInfo): Promise<void> {
    if (status.name === 'RUNNING')
      await client.workflow.getHandle(workflowId, runId).terminate('taken away').catch(unlessGone);
    await connection.workflowService
      .deleteWorkflowExecution({ namespace, workflowExecution: { workflowId, runId } })
      .catch(unlessGone);
  }
  let empty = 0;
  for (let look = 0; look < MOST_LOOKS && empty < EMPTY_LOOKS; look += 1) {
    const listed: WorkflowExecutionInfo[] = [];
    for await (const run of client.workflow.list({ query })) listed.push(run);
    empty = listed.length === 0 ? empty + 1 : 0;
    const next = async (): Promise<void> => {
      for (let run = listed.pop(); run !== undefined; run = listed.pop()) await forget(run);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

const NOT_FOUND = 5;

function unlessGone(error: unknown): void {
  if (error instanceof WorkflowNotFoundError) return;
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_FOUND) return;
  throw error;
}
