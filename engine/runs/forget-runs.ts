import { Client, WorkflowNotFoundError, type Connection } from '@temporalio/client';

const LOOK_AGAIN_MS = 300;
/** Temporal's list of runs follows what happens by some seconds: it must stay empty that long. */
const EMPTY_LOOKS = 4;
const MOST_LOOKS = 100;

/** Ends every run of a namespace and has Temporal forget it, with its history. */
export async function forgetRuns(connection: Connection, namespace: string): Promise<void> {
  const client = new Client({ connection, namespace });
  let empty = 0;
  for (let look = 0; look < MOST_LOOKS && empty < EMPTY_LOOKS; look += 1) {
    let found = 0;
    for await (const run of client.workflow.list()) {
      found += 1;
      const { workflowId, runId } = run;
      if (run.status.name === 'RUNNING')
        await client.workflow.getHandle(workflowId, runId).terminate('taken away').catch(unlessGone);
      await connection.workflowService
        .deleteWorkflowExecution({ namespace, workflowExecution: { workflowId, runId } })
        .catch(unlessGone);
    }
    empty = found === 0 ? empty + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

const NOT_FOUND = 5;

function unlessGone(error: unknown): void {
  if (error instanceof WorkflowNotFoundError) return;
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === NOT_FOUND) return;
  throw error;
}
