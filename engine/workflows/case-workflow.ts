import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Arrival } from '../../definitions/model/arrival.ts';
import type { StoryClock } from '../../definitions/model/story-clock.ts';
import { refusalOf } from '../interpreter/resolve.ts';
import { refusalOfAnswer } from './answer-check.ts';
import { CaseRun } from './case-run.ts';
import type { HostActivities } from './host-activities.ts';
import { instantOf } from './iso-instant.ts';
import {
  answerTaskUpdate,
  arrivedSignal,
  cancelCaseUpdate,
  caseViewQuery,
  resolveIncidentUpdate,
  storyClockSignal,
  type CaseStart,
  type TaskAnswer,
  type TaskReceipt,
} from './messages.ts';
import type { LoadedRevision } from './payload-converter.ts';
import type { CarriedRun } from './saved-run.ts';

const host = proxyLocalActivities<HostActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/** So much of a run's id tells the lives of one case apart. */
const LIFE_CHARS = 8;
/** How long what arrived waits for an activity under way, so that it is understood in its order. */
const PATIENCE_MS = 60_000;

/**
 * A case, from its first mention until it is closed. It is told only that something arrived, asks the store what,
 * and takes the interpreter on by it; it ends when the flow does, and a later mention starts it again.
 */
export async function caseWorkflow(
  start: CaseStart,
  revision: LoadedRevision,
  carried?: CarriedRun,
): Promise<void> {
  let wantedSeq = carried?.wantedSeq ?? 0;
  let loadedSeq = carried?.loadedSeq ?? -1;
  let inbox: readonly Arrival[] = carried?.inbox ?? [];
  let woken = false;
  let rouse: () => void = () => undefined;
  let run: CaseRun | null = null;
  let story: StoryClock | null = carried?.story ?? start.story ?? null;
  const wake = (): void => {
    woken = true;
    rouse();
  };
  const { runId, firstExecutionRunId } = workflowInfo();
  const runIn = { caseId: start.caseId, runId, life: firstExecutionRunId.slice(0, LIFE_CHARS), revision };

  setHandler(arrivedSignal, ({ seq }) => {
    wantedSeq = Math.max(wantedSeq, seq);
    wake();
  });
  setHandler(storyClockSignal, (clock) => {
    story = clock;
    run?.timers.follow(clock);
  });
  setHandler(caseViewQuery, () => {
    if (run === null) throw ApplicationFailure.nonRetryable('the case is just being opened', 'opening');
    return { state: run.state, seenSeq: run.seenSeq, progressVersion: run.version };
  });
  setHandler(answerTaskUpdate, (answer): TaskReceipt => receive(running(run), answer), {
    validator: (answer) => validate(running(run), answer),
  });
  setHandler(
    resolveIncidentUpdate,
    ({ incidentId, resolution, actor }) => {
      const live = running(run);
      live.apply({
        type: 'incidentResolved',
        at: live.eventTime(),
        id: live.incidentId(incidentId),
        resolution,
        by: actor.person,
      });
      return { incidentId };
    },
    {
      validator: ({ incidentId, resolution }) => {
        const live = running(run);
        const refusal = refusalOf(revision.program, live.state, live.incidentId(incidentId), resolution);
        if (refusal !== null) refuse(refusal === 'unknown' ? 'stale' : refusal);
      },
    },
  );
  setHandler(
    cancelCaseUpdate,
    ({ reason }): { readonly cancelled: true } => {
      const live = running(run);
      live.apply({ type: 'cancelled', at: live.eventTime(), reason });
      // What waited to be understood is cancelled with it: it would open the case anew.
      live.haveSeen(inbox);
      inbox = [];
      return { cancelled: true };
    },
    {
      validator: (_act) => {
        if (running(run).isOver) refuse('closed');
      },
    },
  );

  if (carried !== undefined) {
    const recorded = { progressVersion: carried.progressVersion, trailLength: carried.trailLength };
    run = new CaseRun({ ...runIn, story, about: carried.about, saved: null, recorded, carried }, wake);
  }
  CancellationScope.current().cancelRequested.catch(() => {
    if (run !== null) run.apply({ type: 'cancelled', at: run.eventTime(), reason: 'cancelled from outside' });
  });
  await CancellationScope.nonCancellable(pump);

  async function pump(): Promise<void> {
    for (;;) {
      if (run === null || wantedSeq > loadedSeq) {
        const primary = await load();
        if (primary === null) continue;
        return forwardTo(primary);
      }
      if (!run.holding && isLong(start)) run.holding = true;
      if (run.holding && run.flights.size === 0) {
        await tellStore(run);
        await condition(allHandlersFinished);
        if (run.flights.size > 0 || run.hasNews) continue;
        await continueAsNew<typeof caseWorkflow>(
          { ...start, timersApart: true },
          revision,
          run.carried({ loadedSeq, wantedSeq, inbox }),
        );
      }
      if (applyNext(run, false)) continue;
      if (run.isOver && run.isQuiet && inbox.length === 0) {
        await host.recordProgress({ progress: run.takeProgress(), closed: run.saved() });
        await condition(allHandlersFinished);
        if (run.isOver && wantedSeq <= loadedSeq) return;
        continue;
      }
      if (run.hasNews) {
        await tellStore(run);
        continue;
      }
      if (run.state.status === 'new' && run.isQuiet) return;
      if (!woken) await rest(run);
      woken = false;
    }
  }

  /** Waits until something happens. What arrived during a long activity is taken in all the same after a while. */
  async function rest(live: CaseRun): Promise<void> {
    if (start.timersApart === true && live.flights.someShort)
      return new Promise<void>((resolve) => (rouse = resolve));
    live.timers.arm();
    const [next] = inbox;
    if (next === undefined || next.kind === 'continued in' || !live.flights.someLong)
      await new Promise<void>((resolve) => (rouse = resolve));
    else if (!(await condition(() => woken, PATIENCE_MS))) applyNext(live, true);
  }

  /** Reads what arrived; answers the primary case's id when this case goes on there and nothing is left to do here. */
  async function load(): Promise<string | null> {
    const opening = run === null;
    const answer = await host.loadCase({ caseId: start.caseId, afterSeq: Math.max(0, loadedSeq), opening });
    if (run === null) {
      const { saved, recorded, brand, channel } = answer;
      run = new CaseRun({ ...runIn, story, about: { brand, channel }, saved, recorded, carried: null }, wake);
      loadedSeq = run.seenSeq;
    }
    const fresh = answer.arrivals.filter((arrival) => arrival.seq > loadedSeq);
    inbox = [...inbox, ...fresh];
    for (const arrival of fresh) loadedSeq = Math.max(loadedSeq, arrival.seq);
    // A signal may name a number that the store has not (a restored backup): waiting for it would spin.
    if (answer.more) wantedSeq = Math.max(wantedSeq, loadedSeq + 1);
    else wantedSeq = Math.min(wantedSeq, loadedSeq);
    const overHere = opening && answer.primaryCaseId !== null && (run.isOver || run.state.status === 'new');
    return overHere && fresh.every((arrival) => arrival.kind !== 'continued in')
      ? answer.primaryCaseId
      : null;
  }

  /** Applies the next thing in the order of time: a timer that is due or what arrived. False when nothing can be. */
  function applyNext(live: CaseRun, impatient: boolean): boolean {
    const timer = live.timers.earliest();
    const [arrival, ...rest] = inbox;
    const arrives = arrival === undefined ? null : instantOf(arrival.at);
    const mayTime = live.isQuiet || !live.historic;
    const mayArrive = live.isQuiet || impatient;
    if (
      timer !== null &&
      mayTime &&
      timer.at <= live.storyNow() &&
      (arrives === null || timer.at <= arrives)
    ) {
      live.fireTimer(timer.id, timer.at);
      return true;
    }
    if (arrival === undefined || !mayArrive) return false;
    inbox = rest;
    live.receive(arrival);
    return true;
  }

  async function tellStore(live: CaseRun): Promise<void> {
    if (live.hasNews) await host.recordProgress({ progress: live.takeProgress(), closed: null });
  }

  async function forwardTo(primaryCaseId: string): Promise<void> {
    // The store sent what arrived to the primary case already; this only makes sure that it looks.
    const primary = getExternalWorkflowHandle(`case/${primaryCaseId}`);
    await primary.signal(arrivedSignal, { seq: 0 }).catch(() => undefined);
  }
}

function isLong(start: CaseStart): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (start.historyLimit !== undefined && historyLength >= start.historyLimit);
}

function running(run: CaseRun | null): CaseRun {
  return run ?? refuse('unknown');
}

function refuse(reason: string): never {
  throw ApplicationFailure.nonRetryable(reason, reason);
}

/** Throws what the sender is told; nothing of a refused answer enters the history. */
function validate(run: CaseRun, answer: TaskAnswer): void {
  if (run.tasks.receiptOf(answer.taskId) !== null) return;
  const task = run.tasks.find(answer.taskId);
  if (task === undefined) return refuse(run.isOver ? 'closed' : 'unknown');
  const refusal = refusalOfAnswer(answer, task, run.tasks.formOf(task));
  if (refusal !== null)
    throw ApplicationFailure.nonRetryable(refusal.reason, refusal.reason, refusal.field ?? null);
}

function receive(run: CaseRun, answer: TaskAnswer): TaskReceipt {
  const before = run.tasks.receiptOf(answer.taskId);
  const task = run.tasks.find(answer.taskId);
  if (before !== null || task === undefined) {
    return { taskId: answer.taskId, answeredBy: before?.by ?? answer.actor.person, already: true };
  }
  run.answerTask(task.id, answer.answers, answer.actor.person);
  return { taskId: answer.taskId, answeredBy: answer.actor.person, already: false };
}
