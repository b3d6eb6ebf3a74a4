import { Connection, Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import { startTemporalRounds } from './rounds.ts';
import type { OverdueCase } from '../store/cases.ts';
import type { Store } from '../store/store.ts';
import type { Runs } from './runs.ts';
import { workflowIdOf } from './start-request.ts';

/** Workflow tasks that failed this often in a row will not mend themselves. */
const HOPELESS_ATTEMPT = 3;
const ROUND_MS = 15_000;

/** Why a run does not move, when it cannot say so itself. */
export type Standstill = 'engine fault' | 'no worker' | 'run is gone' | null;

export interface WatcherOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly store: Store;
  readonly runs: Runs;
  readonly logger: Logger;
}

/** Looks after runs that should have moved and did not: tells them again, or makes it visible that they are stuck. */
export function startWatcher(options: WatcherOptions): { stop(): Promise<void>; round(): Promise<void> } {
  const { store, runs, logger } = options;
  const connection = Connection.lazy({ address: options.address });
  const client = new Client({ connection, namespace: options.namespace });

  async function round(isStopped: () => boolean): Promise<void> {
    const overdue = await store.cases.overdue(new Date(), 200);
    for (const late of overdue) {
      if (isStopped()) return;
      await lookAfter(late);
    }
    await clearMoved(overdue);
  }

  async function lookAfter(late: OverdueCase): Promise<void> {
    const standstill = await standstillOf(late.caseId);
    if (standstill === null) return;
    if (standstill === 'run is gone') {
      // A dev server that lost its file, a run that somebody terminated: the case itself is whole, start it again.
      await runs.deliver(late.caseId);
      return;
    }
    logger.warn({ caseId: late.caseId, standstill }, 'a case does not move');
    await store.incidents.raiseFromOutside(late.caseId, standstill);
  }

  async function standstillOf(caseId: string): Promise<Standstill> {
    try {
      const { raw, status } = await client.workflow.getHandle(workflowIdOf(caseId)).describe();
      if (status.name !== 'RUNNING') return 'run is gone';
      if ((raw.pendingWorkflowTask?.attempt ?? 0) >= HOPELESS_ATTEMPT) return 'engine fault';
      return (await hasPollers()) ? null : 'no worker';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'run is gone';
      throw error;
    }
  }

  async function hasPollers(): Promise<boolean> {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: options.namespace,
      taskQueue: { name: options.taskQueue },
      taskQueueType: 1,
    });
    return (pollers ?? []).length > 0;
  }

  /** What was raised from here and moves again is stuck no longer. */
  async function clearMoved(overdue: readonly OverdueCase[]): Promise<void> {
    const late = new Set(overdue.map((one) => one.caseId));
    for (const caseId of await store.incidents.raisedFromOutside()) {
      if (!late.has(caseId)) await store.incidents.clearFromOutside(caseId);
    }
  }

  return startTemporalRounds({ name: 'watching over runs', restMs: ROUND_MS, logger, connection, round });
}
