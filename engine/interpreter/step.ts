import { cancelRun } from './cancel.ts';
import { closeDraft, openDraft, type Draft, type StepResult } from './draft.ts';
import type { RunEvent } from './event.ts';
import { clearIncidentsAbout } from './incident.ts';
import { answerWait, reportStuck, takeMessage } from './on-wait.ts';
import type { Program } from './program.ts';
import { resolveIncident } from './resolve.ts';
import { settle } from './settle.ts';
import { fact } from './small-facts.ts';
import { changeFacts, startRun } from './start-run.ts';
import type { RunState } from './state.ts';

export type { StepResult } from './draft.ts';

/**
 * What follows from one event: the next state, what the host must do, and what happened, all in order. The same
 * arguments give the same answer; the given state is not changed. Every token moves as far as it can without the
 * world. An event about something that is over, or was never there, gives the given state itself and no commands.
 * It never throws for an event, as long as the state is one that `step` made with the same revision.
 */
export function step(program: Program, state: RunState, event: RunEvent): StepResult {
  return watchedStep(program, state, event, null);
}

/**
 * The same, and `look` sees how things stand between two moves of a token: after the event was taken in, after each
 * node that a token came to, and after each join or flow that was over. It must change nothing.
 */
export function watchedStep(
  program: Program,
  state: RunState,
  event: RunEvent,
  look: ((draft: Readonly<Draft>) => void) | null,
): StepResult {
  const draft = openDraft(program, state, event.at);
  if (!takeIn(draft, event)) return { state, commands: [], trace: [] };
  look?.(draft);
  settle(draft, look);
  return closeDraft(draft);
}

/** False: the event changes nothing. */
function takeIn(draft: Draft, event: RunEvent): boolean {
  switch (event.type) {
    case 'started':
      return startRun(draft, event.variables);
    case 'factsChanged':
      return changeFacts(draft, event.variables);
    case 'message':
      return isOpen(draft) && takeMessage(draft, event.name, event.facts);
    case 'cancelled':
      if (!isOpen(draft)) return false;
      cancelRun(draft);
      return true;
    case 'activityCompleted':
      return answerWait(draft, event.id, 'activity', (at, wait) => {
        clearIncidentsAbout(draft, event.id);
        at.plan.behaviour.task?.finishTurn(draft, at, wait.place.item, event.output, {
          value: fact(event.output),
        });
      });
    case 'activityFailed':
      return answerWait(draft, event.id, 'activity', (at, wait) => {
        clearIncidentsAbout(draft, event.id);
        at.plan.behaviour.task?.failTurn(draft, at, wait.place.item, 'activity failed', event.failure);
      });
    case 'taskCompleted':
      return answerWait(draft, event.id, 'task', (at, wait) => {
        at.plan.behaviour.answered?.(draft, at, wait, event.answers, event.by);
      });
    case 'timerFired':
      return (
        answerWait(draft, event.id, 'timer', (at, wait) => at.plan.behaviour.timer?.(draft, at, wait)) ||
        answerWait(draft, event.id, 'boundary timer', (at, wait) =>
          at.plan.behaviour.task?.boundaryTimer(draft, at, wait),
        )
      );
    case 'stuck':
      return reportStuck(draft, event.id, event.failure);
    case 'incidentResolved':
      return resolveIncident(draft, event.id, event.resolution, event.by);
  }
}

function isOpen({ status }: Draft): boolean {
  return status === 'new' || status === 'running';
}
