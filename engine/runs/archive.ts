import { gzipSync } from 'node:zlib';
import { Client, Connection, type WorkflowExecutionInfo } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { decode } from '@temporalio/common/lib/encoding.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { StoreProblem } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import { CASE_WORKFLOW } from '../workflows/messages.ts';
import { startTemporalRounds } from './rounds.ts';

const ROUND_MS = 60_000;
const Reference = z.object({ $revision: z.string() });

export interface ArchiveOptions {
  readonly address: string;
  readonly namespace: string;
  readonly store: Store;
  readonly logger: Logger;
}

/** Keeps closed runs beyond Temporal's retention: a workflow cannot archive its own close. */
export function startArchive(options: ArchiveOptions): { stop(): Promise<void>; round(): Promise<number> } {
  const { store, logger } = options;
  const connection = Connection.lazy({ address: options.address });
  const client = new Client({ connection, namespace: options.namespace });
  let archivedTo: Date | null = null;

  /** Archives what closed since the last round; answers how many runs were new. */
  async function round(isStopped: () => boolean): Promise<number> {
    const began = new Date();
    const since =
      archivedTo === null
        ? ''
        : ` AND CloseTime > '${new Date(archivedTo.getTime() - 2 * ROUND_MS).toISOString()}'`;
    let kept = 0;
    const query = `WorkflowType = '${CASE_WORKFLOW}' AND ExecutionStatus != 'Running'${since}`;
    for await (const run of client.workflow.list({ query })) {
      if (isStopped()) return kept;
      if (await store.histories.exists(run.workflowId, run.runId)) continue;
      if (await archive(run)) kept += 1;
    }
    archivedTo = began;
    return kept;
  }

  /** Keeps one run; false, and said in the log, for one that cannot be kept: it must not hold up the others. */
  async function archive({ workflowId, runId }: WorkflowExecutionInfo): Promise<boolean> {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const argument = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[1]?.data;
    const pinned = Reference.safeParse(argument ? JSON.parse(decode(argument)) : null);
    if (!pinned.success) {
      logger.warn({ workflowId, runId }, 'a run that names no revision is not archived');
      return false;
    }
    const { $revision: revision } = pinned.data;
    const known = await store.revisions.find(revision);
    try {
      await store.histories.archive(workflowId, runId, {
        revision,
        semantics: known?.semantics ?? 0,
        history: gzipSync(historyToJSON(history)),
      });
      return true;
    } catch (error) {
      if (!(error instanceof StoreProblem) || error.code !== 'refused') throw error;
      logger.warn({ workflowId, runId }, 'a history is too long to be archived');
      return false;
    }
  }

  return startTemporalRounds({
    name: 'the archive of closed runs',
    restMs: ROUND_MS,
    logger,
    connection,
    round,
  });
}
