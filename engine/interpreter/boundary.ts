import type { BoundaryEvent } from '../../definitions/flow/task.ts';
import { cancelWork } from './cancel.ts';
import { freshId, type Draft } from './draft.ts';
import { linkWait, type Due } from './due.ts';
import type { Failure, Instant } from './event.ts';
import { raiseIncident } from './incident.ts';
import type { Linker } from './linker.ts';
import { leave, spawn } from './move.ts';
import type { Standing } from './standing.ts';
import type { Waiting } from './state.ts';

type ErrorEvent = Extract<BoundaryEvent, { kind: 'error' }>;

interface TimerPlan {
  readonly id: string;
  readonly due: Due;
  readonly interrupting: boolean;
  /** How often it fires at most. */
  readonly times: number;
}

/** A task's boundary events, linked. */
export interface Boundaries {
  readonly timers: readonly TimerPlan[];
  readonly errors: readonly ErrorEvent[];
}

export function linkBoundaries(linker: Linker, drawn: readonly BoundaryEvent[]): Boundaries {
  const timers: TimerPlan[] = [];
  const errors: ErrorEvent[] = [];
  for (const event of drawn) {
    if (event.kind === 'error') errors.push(event);
    else {
      const times = event.interrupting ? 1 : (event.again?.atMost ?? 1);
      timers.push({
        id: event.id,
        due: linkWait(linker, event.wait),
        interrupting: event.interrupting,
        times,
      });
    }
  }
  return { timers, errors };
}

/** The error event that a failure leaves by: the one drawn for its code, else one drawn for any. */
export function eventForFailure({ errors }: Boundaries, code: string): ErrorEvent | undefined {
  return errors.find((event) => event.code === code) ?? errors.find((event) => event.code === undefined);
}

/** Sets the timers of a task that begins. With a failure none of them is set. */
export function armBoundaries(draft: Draft, at: Standing, { timers }: Boundaries): Failure | null {
  const dues: { readonly timer: TimerPlan; readonly until: Instant }[] = [];
  for (const timer of timers) {
    const until = timer.due(at.scope.variables, draft.at);
    if (typeof until === 'number') dues.push({ timer, until });
    else if (until !== null) return until;
  }
  for (const { timer, until } of dues) setTimer(draft, at, timer, until, 0);
  return null;
}

/** A boundary timer of a task under way fired. Its wait is no longer among the draft's. */
export function boundaryTimer(draft: Draft, at: Standing, boundaries: Boundaries, wait: Waiting): void {
  const timer = boundaries.timers.find(({ id }) => id === wait.port);
  if (timer === undefined) return;
  if (timer.interrupting) {
    cancelWork(draft, at.token);
    leave(draft, at, timer.id, { interrupted: true });
    return;
  }
  const fired = (typeof wait.data === 'number' ? wait.data : 0) + 1;
  spawn(draft, at, timer.id, { 'goes on': true, time: fired });
  if (fired < timer.times) setTimerAnew(draft, at, timer, fired);
}

/** Sets a timer that could not be set again; the count of what it fired begins anew. */
export function setAgain(draft: Draft, at: Standing, boundaries: Boundaries, boundaryId: string): void {
  const timer = boundaries.timers.find(({ id }) => id === boundaryId);
  if (timer !== undefined) setTimerAnew(draft, at, timer, 1);
}

function setTimerAnew(draft: Draft, at: Standing, timer: TimerPlan, fired: number): void {
  const until = timer.due(at.scope.variables, draft.at);
  if (typeof until === 'number') setTimer(draft, at, timer, until, fired);
  else if (until !== null)
    raiseIncident(draft, at, 0, 'boundary timer', { kind: 'expression failed', failure: until }, timer.id);
}

function setTimer(draft: Draft, at: Standing, timer: TimerPlan, until: Instant, fired: number): void {
  const id = freshId(draft, 'w');
  draft.waits.set(id, {
    token: at.token,
    place: at.place,
    for: 'boundary timer',
    port: timer.id,
    until,
    data: fired,
  });
  draft.commands.push({ type: 'startTimer', id, place: at.place, at: until });
}
