import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowHandle,
} from '@temporalio/client';
import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { nanoid } from 'nanoid';
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { StoryClock } from '../../definitions/model/story-clock.ts';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { Store } from '../store/store.ts';
import {
  answerTaskUpdate,
  cancelCaseUpdate,
  caseViewQuery,
  CASE_WORKFLOW,
  resolveIncidentUpdate,
  storyClockSignal,
  type Actor,
  type CancelCase,
} from '../workflows/messages.ts';
import { ensureNamespace } from './namespace.ts';
import { startRetention } from './retention.ts';
import { RunsProblem, type Runs } from './runs.ts';
import { startRequest, workflowIdOf } from './start-request.ts';

/** How long an act on a run may take, its worker included, before whoever asked is told to come back. */
const PATIENCE_MS = 15_000;
/** So often something may cross an act before it is a fault. */
const MOST_CROSSINGS = 5;
/** gRPC's number for it. */
const FAILED_PRECONDITION = 9;
const OVER: ReadonlySet<CaseStatus> = new Set(['closed', 'continued']);
/** Last pause before a run's word that it knows no such task is taken. */
const LONGEST_DOUBT_MS = 1_600;

export interface RunsOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly store: Store;
  /** The flow that new cases begin with; absent: the one that the store names. */
  readonly flow?: string;
  /** Set for cases that are started from here on: events after which a run continues as a new one. */
  readonly historyLimit?: number;
  /** The clock that cases started from here on follow; absent outside of a sample day. */
  readonly story?: () => StoryClock;
}

/** Connects lazily: Temporal may be down now and come up later. */
export function connectRuns(options: RunsOptions): Promise<Runs> {
  const { store, namespace, taskQueue } = options;
  const connection = Connection.lazy({ address: options.address, connectTimeout: '5 seconds' });
  const client = new Client({ connection, namespace });
  let prepared: Promise<void> | null = null;

  /** The namespace is there before the first run; a failure is tried again by the next who asks. */
  const ready = async (): Promise<void> => {
    prepared ??= ensureNamespace(connection, namespace);
    await prepared.catch((error: unknown) => {
      prepared = null;
      throw error;
    });
  };
  const ask = async <T>(act: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await connection.withDeadline(Date.now() + PATIENCE_MS, act);
      } catch (error) {
        if (!isCrossed(error) || tries === MOST_CROSSINGS) throw asProblem(error);
      }
    }
  };

  const tell = <T>(caseId: string, word: (run: WorkflowHandle) => Promise<T>): Promise<T> =>
    ask(() => word(client.workflow.getHandle(workflowIdOf(caseId))));

  /**
   * Acts on a case's run, which from then on owes a report. One that is gone, although the case is not over, is started
   * again from the case's first mention: what it asked is asked anew, and `again` says what that makes of the act.
   */
  const act = async <T>(
    caseId: string,
    word: (run: WorkflowHandle) => Promise<T>,
    again: () => Promise<T> = startedAgain,
  ): Promise<T> => {
    await store.cases.expectReport(caseId);
    try {
      return await tell(caseId, word);
    } catch (error) {
      if (!(error instanceof RunsProblem) || error.code !== 'no such run') throw error;
      const found = await store.cases.find(caseId);
      if (found === null || OVER.has(found.status)) throw error;
      await runs.deliver(caseId);
      return again();
    }
  };
  const cancel = (by: CancelCase) => (run: WorkflowHandle) =>
    run.executeUpdate(cancelCaseUpdate, { args: [by], updateId: nanoid() });
  /** One that was only just started has nothing to cancel for a moment. */
  const cancelStarted = (caseId: string, by: CancelCase) => () => untilKnown(() => tell(caseId, cancel(by)));

  /** What comes of a way out where the run that was stuck is gone, and its case was started again. */
  const onceStartedAgain = (caseId: string, actor: Actor) =>
    ({
      // Started again is tried again.
      retry: () => Promise.resolve(),
      // These were meant for a step that nothing stands at any more.
      correct: startedAgain,
      skip: startedAgain,
      cancel: cancelStarted(caseId, { actor, reason: 'cancelled while stuck' }),
    }) satisfies Record<Resolution['way'], () => Promise<unknown>>;

  const flowOfNewCases = async (): Promise<string> =>
    options.flow ?? (await store.flowStandings.read()).takesCases;

  const runs: Runs = {
    flowOfNewCases,
    deliver: (caseId) =>
      ask(async () => {
        await ready();
        const found = await store.cases.find(caseId);
        if (found === null) return;
        const revision = found.revision ?? (await store.releases.live(await flowOfNewCases()))?.hash;
        if (revision === undefined) throw new RunsProblem('refused', 'no flow is live');
        const start = {
          caseId,
          ...(options.historyLimit !== undefined && { historyLimit: options.historyLimit }),
          ...(options.story !== undefined && { story: options.story() }),
        };
        const { brand, channel, lastSeq: seq } = found;
        await client.workflow.signalWithStart(
          CASE_WORKFLOW,
          startRequest({ start, revision, seq, taskQueue, brand, channel }),
        );
        await store.cases.markDelivered(caseId, seq, revision);
      }),
    answerTask: ({ caseId, ...answer }) =>
      untilKnown(() =>
        act(caseId, (run) => run.executeUpdate(answerTaskUpdate, { args: [answer], updateId: nanoid() })),
      ),
    resolveIncident: async ({ caseId, ...way }) => {
      const { resolution, actor } = way;
      await act<unknown>(
        caseId,
        (run) => run.executeUpdate(resolveIncidentUpdate, { args: [way], updateId: nanoid() }),
        onceStartedAgain(caseId, actor)[resolution.way],
      );
    },
    cancelCase: async ({ caseId, ...by }) => {
      await act(caseId, cancel(by), cancelStarted(caseId, by));
    },
    followStory: (caseId, clock) =>
      ask(() => client.workflow.getHandle(workflowIdOf(caseId)).signal(storyClockSignal, clock)).catch(
        (error: unknown) => {
          if (!(error instanceof RunsProblem) || error.code !== 'no such run') throw error;
        },
      ),
    view: (caseId) =>
      ask(() => client.workflow.getHandle(workflowIdOf(caseId)).query(caseViewQuery)).catch(
        (error: unknown) => {
          if (error instanceof RunsProblem && error.code === 'no such run') return null;
          throw error;
        },
      ),
    takeOldAway: (id, by) =>
      ask(async () => {
        await ready();
        await startRetention(client, { id, by, taskQueue });
      }),
    isUp: () =>
      connection
        .withDeadline(Date.now() + 1_500, () => connection.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
    close: () => connection.close(),
  };
  return Promise.resolve(runs);
}

/** The run is another than whoever acts has seen. */
function startedAgain(): Promise<never> {
  return Promise.reject(new RunsProblem('refused', 'started again'));
}

/**
 * A task stands in the store a moment before its run has it for good; a worker that dies in between leaves a run
 * that opens it anew; and a run hears a moment later of somebody to whom it was handed over. So a run that does not
 * know the task, or whom it is asked of, is asked again before it is believed.
 */
async function untilKnown<T>(act: () => Promise<T>): Promise<T> {
  for (let pauseMs = 100; ; pauseMs *= 2) {
    try {
      return await act();
    } catch (error) {
      const isDoubtful =
        error instanceof RunsProblem && (error.reason === 'unknown' || error.reason === 'unauthorised');
      if (!isDoubtful || pauseMs > LONGEST_DOUBT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/**
 * Whether an act was about to end a run just when something else came to it, such as a timer that fired. Temporal then
 * has the run look at both anew and gives the act back: nothing was done, and it is asked again.
 */
function isCrossed(error: unknown): boolean {
  const { cause } = error instanceof ServiceError ? error : {};
  return (
    isGrpcServiceError(cause) &&
    cause.code === FAILED_PRECONDITION &&
    cause.details.includes('workflow task failure')
  );
}

/** What Temporal said, in the words of whoever asked. */
function asProblem(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError)
    return new RunsProblem('no such run', 'the case is not running');
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    const reason = cause instanceof ApplicationFailure ? (cause.type ?? 'refused') : 'refused';
    const [field] = cause instanceof ApplicationFailure ? (cause.details ?? []) : [];
    return new RunsProblem('refused', reason, typeof field === 'string' ? field : undefined);
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return new RunsProblem('unreachable', 'no worker took it up');
  const said = error instanceof ServiceError ? error.cause : error;
  if (isGrpcServiceError(said))
    return new RunsProblem('unreachable', said.details || 'Temporal does not answer');
  return error;
}
