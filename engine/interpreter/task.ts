import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { TaskExtras } from '../../definitions/flow/task.ts';
import { OUT, type NodeBase } from '../../definitions/flow/base.ts';
import type { Behaviour, TaskBehaviour } from './behaviour.ts';
import {
  armBoundaries,
  boundaryTimer,
  eventForFailure,
  linkBoundaries,
  setAgain,
  type Boundaries,
} from './boundary.ts';
import { cancelWork } from './cancel.ts';
import type { RaisedIncident } from './command.ts';
import type { Draft } from './draft.ts';
import type { Failure } from './event.ts';
import { raiseIncident } from './incident.ts';
import { withTypes, type Linker } from './linker.ts';
import { isOverBudget, leave, raiseOverBudget } from './move.ts';
import { setVariable } from './open-scope.ts';
import { linkRepeat, type RepeatPlan } from './repeat.ts';
import { advance, beginRepeat, finishRepeated, turnVariables } from './turns.ts';
import type { Standing } from './standing.ts';
import type { Waiting } from './state.ts';

/** What came of starting one turn of a task. */
export type TurnOutcome =
  | { readonly is: 'waiting' }
  | { readonly is: 'done'; readonly value: Json; readonly detail?: JsonObject }
  | { readonly is: 'failed'; readonly kind: RaisedIncident['kind']; readonly failure: Failure };

export const WAITING: TurnOutcome = { is: 'waiting' };

/** What is a task's own: everything but repeating, boundary events and getting stuck. */
export interface TaskWork {
  /** Does one turn, over the scope's variables and, in a repeat, the turn's item. */
  start(draft: Draft, at: Standing, item: number, variables: JsonObject): TurnOutcome;
  /** Puts a turn's value where the drawing wants it. */
  assign(draft: Draft, at: Standing, value: Json): void;
}

/**
 * A task of any kind: its work, with the repeat and the boundary events that every task may carry. A class and not
 * closures: of a drawing's thousand tasks one object each is touched, and not a dozen.
 */
export class Task implements Behaviour, TaskBehaviour {
  readonly ports: readonly string[];
  readonly repeat: RepeatPlan | null;
  readonly #work: TaskWork;
  readonly #boundaries: Boundaries | null;

  /** `linkWork` links the task's own expressions, over the variables that one turn sees. */
  constructor(
    node: NodeBase<string> & TaskExtras,
    linker: Linker,
    linkWork: (turnLinker: Linker) => TaskWork,
  ) {
    const { boundary = [] } = node;
    this.ports = [OUT, ...boundary.map(({ id }) => id)];
    this.repeat = node.repeat === undefined ? null : linkRepeat(linker, node.repeat);
    this.#work = linkWork(this.repeat === null ? linker : withTypes(linker, this.repeat.turnTypes));
    this.#boundaries = boundary.length === 0 ? null : linkBoundaries(linker, boundary);
  }

  get task(): TaskBehaviour {
    return this;
  }

  begin(draft: Draft, at: Standing): void {
    if (this.repeat === null && this.#boundaries === null) {
      this.#settleTurn(draft, at, 0, this.#work.start(draft, at, 0, at.scope.variables));
      return;
    }
    const failure =
      (this.repeat === null ? null : beginRepeat(draft, at, this.repeat)) ??
      (this.#boundaries === null ? null : armBoundaries(draft, at, this.#boundaries));
    if (failure !== null) raiseIncident(draft, at, 0, 'node', { kind: 'expression failed', failure });
    else if (this.repeat === null) this.startTurn(draft, at, 0);
    else advance(draft, at, this, this.repeat);
  }

  skip(draft: Draft, at: Standing, value: Json, port: string): void {
    cancelWork(draft, at.token);
    if (port === OUT) {
      if (this.repeat?.collect === undefined) this.#work.assign(draft, at, value);
      else setVariable(at.scope, this.repeat.collect, value);
    }
    leave(draft, at, port, { skipped: true });
  }

  startTurn(draft: Draft, at: Standing, item: number): void {
    if (item > 0 && isOverBudget(draft)) raiseOverBudget(draft, at, item, 'turn');
    else
      this.#settleTurn(
        draft,
        at,
        item,
        this.#work.start(draft, at, item, turnVariables(draft, at, this.repeat, item)),
      );
  }

  finishTurn(draft: Draft, at: Standing, item: number, value: Json, detail: JsonObject | undefined): void {
    this.#work.assign(draft, at, value);
    if (this.repeat !== null) {
      finishRepeated(draft, at, this, this.repeat, item, value, detail);
      return;
    }
    if (this.#boundaries !== null) cancelWork(draft, at.token);
    leave(draft, at, OUT, detail);
  }

  failTurn(draft: Draft, at: Standing, item: number, kind: RaisedIncident['kind'], failure: Failure): void {
    const event = this.#boundaries === null ? undefined : eventForFailure(this.#boundaries, failure.code);
    if (event === undefined) {
      raiseIncident(draft, at, item, 'turn', { kind, failure });
      return;
    }
    cancelWork(draft, at.token);
    const { code } = failure;
    if (event.result !== undefined) setVariable(at.scope, event.result, { code, activity: activityOf(at) });
    leave(draft, at, event.id, { code });
  }

  boundaryTimer(draft: Draft, at: Standing, wait: Waiting): void {
    if (this.#boundaries !== null) boundaryTimer(draft, at, this.#boundaries, wait);
  }

  setAgain(draft: Draft, at: Standing, boundaryId: string): void {
    if (this.#boundaries !== null) setAgain(draft, at, this.#boundaries, boundaryId);
  }

  #settleTurn(draft: Draft, at: Standing, item: number, outcome: TurnOutcome): void {
    if (outcome.is === 'done') this.finishTurn(draft, at, item, outcome.value, outcome.detail);
    else if (outcome.is === 'failed') this.failTurn(draft, at, item, outcome.kind, outcome.failure);
  }
}

/** What failed, as a boundary event's result names it: the activity, or the step where there is none. */
function activityOf(at: Standing): string {
  return at.plan.node.kind === 'serviceTask' ? at.plan.node.activity : at.plan.id;
}
