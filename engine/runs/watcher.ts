import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Page, PageRequest } from '../store/page.ts';
import type { LateCase } from '../store/cases.ts';
import type { Store } from '../store/store.ts';
import { liveWorkers, type LiveWorkers } from './live-workers.ts';
import { lookAtRun, type Finding } from './look-at-run.ts';
import { placeOfActivity } from './place-of-activity.ts';
import { startTemporalRounds } from './rounds.ts';
import { RunsProblem, type Runs } from './runs.ts';

const ROUND_MS = 15_000;
/** How late a run may be before somebody looks. */
const GRACE_MS = 30_000;
/** Runs looked at in one round, of each list: an import of a hundred thousand must not have all of them described. */
const AT_ONCE = 200;
/** Of those that are not late at all, to find what was ended behind our back. */
const SAMPLE = 50;

export interface WatcherOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly store: Store;
  readonly runs: Runs;
  readonly logger: Logger;
  /** Shorter in tests. */
  readonly graceMs?: number;
}

/**
 * Looks after runs that should have moved and did not: starts again what is gone, and makes visible what is stuck
 * without being able to say so. Several may watch side by side.
 */
export function startWatcher(options: WatcherOptions): { stop(): Promise<void>; round(): Promise<void> } {
  const { store, runs, logger, graceMs = GRACE_MS } = options;
  const connection = Connection.lazy({ address: options.address });
  const client = new Client({ connection, namespace: options.namespace });
  const began = Date.now();

  const lateSince = (): Date => new Date(Date.now() - graceMs);
  const asleep = inTurn((page) => store.cases.late('did not wake', lateSince(), page), AT_ONCE);
  const owing = inTurn((page) => store.cases.late('did not report', lateSince(), page), AT_ONCE);
  const raised = inTurn((page) => store.incidents.raisedFromOutside(page), AT_ONCE);
  const open = inTurn(
    (page) => store.cases.list({ status: ['open', 'waiting', 'person', 'stuck'] }, page),
    SAMPLE,
  );

  async function round(isStopped: () => boolean): Promise<void> {
    // Who was just started lets workers that were started with it begin.
    if (Date.now() - began < graceMs) return;
    const live = await liveWorkers(store, connection, options);
    const look = (caseId: string): Promise<Finding> => lookAtRun(client, caseId, live);
    for (const caseId of await raised()) {
      if (!isStopped()) await lookAgain(caseId, await look(caseId));
    }
    for (const late of [...(await asleep()), ...(await owing())]) {
      if (!isStopped()) await lookAfter(late, await look(late.caseId));
    }
    if (live.some) await lookForGone(isStopped, live);
  }

  async function lookAfter({ caseId, since }: LateCase, finding: Finding): Promise<void> {
    if (finding.is === 'gone') await startAgain(caseId, since);
    else if (finding.is === 'resting') await store.cases.owesNothing(caseId, since);
    else if (finding.is === 'stuck') await raise(caseId, finding);
  }

  async function lookAgain(caseId: string, finding: Finding): Promise<void> {
    if (finding.is === 'stuck') await store.incidents.raiseFromOutside(caseId, finding.code);
    else await store.incidents.clearFromOutside(caseId);
  }

  async function lookForGone(isStopped: () => boolean, live: LiveWorkers): Promise<void> {
    for (const { id, deliveredSeq } of await open()) {
      if (isStopped()) return;
      // One that nothing was delivered of yet has no run to miss.
      if (deliveredSeq > 0 && (await lookAtRun(client, id, live)).is === 'gone') await startAgain(id, null);
    }
  }

  async function raise(caseId: string, stuck: Extract<Finding, { is: 'stuck' }>): Promise<void> {
    logger.warn({ caseId, standstill: stuck.code, activity: stuck.activity }, 'a case does not move');
    const place =
      stuck.activity === null ? null : await placeOfActivity(caseId, stuck.activity, { store, runs });
    await store.incidents.raiseFromOutside(caseId, stuck.code, place);
  }

  /** A server that lost its file, a run that somebody terminated: the case itself is whole. */
  async function startAgain(caseId: string, since: string | null): Promise<void> {
    const found = await store.cases.find(caseId);
    const isOver = found === null || found.status === 'closed' || found.status === 'continued';
    if (isOver) {
      if (since !== null) await store.cases.owesNothing(caseId, since);
      return;
    }
    logger.warn({ caseId }, 'a case had no run and is started again');
    await runs.deliver(caseId).catch((error: unknown) => {
      if (!(error instanceof RunsProblem) || error.code === 'unreachable') throw error;
    });
  }

  return startTemporalRounds({ name: 'watching over runs', restMs: ROUND_MS, logger, connection, round });
}

/** A page of a list at each call, from its start again after its end: in the long run nothing hides behind the rest. */
function inTurn<T>(ask: (page: PageRequest) => Promise<Page<T>>, limit: number): () => Promise<readonly T[]> {
  let cursor: string | null = null;
  return async () => {
    const page: Page<T> = await ask({ limit, ...(cursor !== null && { cursor }) });
    cursor = page.next;
    return page.items;
  };
}
