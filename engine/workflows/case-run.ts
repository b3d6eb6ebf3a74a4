import { nodeIn } from '../../definitions/flow/drawn.ts';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Arrival } from '../../definitions/model/arrival.ts';
import type { Progress } from '../../definitions/model/case.ts';
import { realAt, storyAt, type StoryClock } from '../../definitions/model/story-clock.ts';
import type { Command, Place } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import { newRun } from '../interpreter/new-run.ts';
import type { RunState } from '../interpreter/state.ts';
import { step } from '../interpreter/step.ts';
import { beginningBy } from './beginning.ts';
import { Flights } from './flights.ts';
import { instantOf, isoOf } from './iso-instant.ts';
import type { LoadedRevision } from './payload-converter.ts';
import type { Landing } from './perform.ts';
import { ProgressLog } from './progress-log.ts';
import type { ActivityCommand, CarriedRun, SavedRun } from './saved-run.ts';
import { factsOf, positionsOf, statusOf } from './standing.ts';
import { FIRST_VERSION, TaskDesk } from './task-desk.ts';
import { TimerDesk } from './timer-desk.ts';
import { workflowNow } from './workflow-now.ts';

export interface RunStart {
  readonly caseId: string;
  readonly runId: string;
  /** See Progress.life. */
  readonly life: string;
  readonly revision: LoadedRevision;
  readonly story: StoryClock | null;
  readonly about: { readonly brand: string; readonly channel: string };
  readonly saved: SavedRun | null;
  readonly recorded: { readonly progressVersion: number; readonly trailLength: number };
  readonly carried: CarriedRun | null;
}

/** One case's run: the interpreter's state, and its commands carried out through Temporal. */
export class CaseRun {
  state: RunState;
  seenSeq: number;
  /** True while history is caught up with: then time is that of what arrived, not the clock's. */
  historic: boolean;
  /** New activities are held back: the run is about to be continued as a new one. */
  holding = false;
  readonly flights: Flights;
  readonly timers: TimerDesk;
  readonly tasks: TaskDesk;
  private readonly held: ActivityCommand[] = [];
  private readonly log: ProgressLog;
  private progressVersion: number;
  /** What the store was last told to have been seen. */
  private reportedSeq: number;
  private readonly start: RunStart;
  private readonly wake: () => void;
  private continuedIn: string | null = null;

  constructor(start: RunStart, wake: () => void) {
    const before = start.carried ?? start.saved;
    this.start = start;
    this.wake = wake;
    this.state = before?.state ?? newRun();
    this.seenSeq = before?.seenSeq ?? 0;
    this.reportedSeq = this.seenSeq;
    this.progressVersion = Math.max(before?.progressVersion ?? 0, start.recorded.progressVersion);
    this.historic = start.carried?.historic ?? false;
    const trailLength = Math.max(before?.trailLength ?? 0, start.recorded.trailLength);
    this.log = new ProgressLog(start.caseId, start.life, trailLength, start.carried?.events);
    this.flights = new Flights((landing) => this.landed(landing), wake);
    this.timers = new TimerDesk(start.story, start.carried?.timers ?? [], wake);
    this.tasks = new TaskDesk(this.log, start.revision, start.carried?.tasks ?? [], before?.answered ?? []);
    for (const command of start.carried?.held ?? []) this.startActivity(command);
  }

  get caseId(): string {
    return this.start.caseId;
  }

  get isOver(): boolean {
    return this.state.status === 'ended' || this.state.status === 'cancelled';
  }

  /** Nothing is under way that will land by itself soon. */
  get isQuiet(): boolean {
    return this.flights.size === 0 && this.held.length === 0;
  }

  /**
   * Whether the store should be told before the run rests. While an activity is under way only what people wait for,
   * unless it is tried again: that may take long, and the store is told where the run stands meanwhile.
   */
  get hasNews(): boolean {
    if (this.flights.allTriedAgain) return !this.log.isEmpty || this.seenSeq !== this.reportedSeq;
    return this.log.isUrgent && !this.flights.someShort;
  }

  storyNow(): Instant {
    return storyAt(this.timers.story, workflowNow());
  }

  /** Arrivals that nothing is to follow from. */
  haveSeen(arrivals: readonly Arrival[]): void {
    this.seenSeq = Math.max(this.seenSeq, ...arrivals.map(({ seq }) => seq));
  }

  receive(arrival: Arrival): void {
    this.seenSeq = Math.max(this.seenSeq, arrival.seq);
    this.historic = arrival.history;
    const at = instantOf(arrival.at);
    const idle = this.state.status !== 'running';
    const variables = idle
      ? beginningBy(arrival, this.about(), this.start.revision.program.revision.flow)
      : null;
    if (variables !== null) {
      this.apply({ type: 'started', at, variables });
    } else if (arrival.kind === 'handed over') {
      this.tasks.handOver(arrival);
    } else if (arrival.kind === 'continued in') {
      this.continuedIn = arrival.ref;
      this.apply({ type: 'cancelled', at, reason: 'continued in another case' });
    } else if (!idle) {
      if (this.rootVariables().history !== arrival.history && 'history' in this.rootVariables()) {
        this.apply({ type: 'factsChanged', at, variables: { history: arrival.history } });
      }
      const name = arrival.kind === 'message' ? (arrival.name ?? arrival.kind) : arrival.kind;
      this.apply({ type: 'message', at, name, facts: arrival.facts });
    }
  }

  fireTimer(id: string, at: Instant): void {
    this.timers.remove(id);
    this.apply({ type: 'timerFired', at: this.historic ? at : this.storyNow(), id });
  }

  answerTask(id: string, answers: JsonObject, by: string): void {
    this.historic = false;
    this.tasks.answered(id, by);
    this.log.taskClosed(id, 'answered', by, answers);
    this.apply({ type: 'taskCompleted', at: this.storyNow(), id, answers, by });
  }

  /** Takes the run on by one event and carries out what it asks for. */
  apply(event: RunEvent): void {
    const { state, commands, trace } = step(this.start.revision.program, this.state, event);
    if (state !== this.state) this.log.told(event);
    this.state = state;
    this.log.traced(trace);
    for (const command of commands) this.carryOut(command);
    this.wake();
  }

  /** What an event caused now is dated with: the clock's time, but in history the time reached there. */
  eventTime(): Instant {
    return this.historic ? this.state.at : this.storyNow();
  }

  /** The interpreter's id of what the store knows as this; '' for what is not of this run. */
  incidentId(storedId: string): string {
    return this.log.commandId(storedId) ?? '';
  }

  /** What the store is to be told; the log is empty afterwards. */
  takeProgress(): Progress {
    this.progressVersion += 1;
    this.reportedSeq = this.seenSeq;
    const positions = positionsOf(this.state);
    const next = this.timers.earliest();
    return {
      caseId: this.caseId,
      runId: this.start.runId,
      life: this.start.life,
      version: this.progressVersion,
      revision: this.start.revision.$revision,
      at: isoOf(Math.max(this.state.at, this.eventTime())),
      status: this.continuedIn !== null ? 'continued' : statusOf(this.state, positions),
      outcome: this.state.outcome,
      seenSeq: this.seenSeq,
      wakesAt: next === null ? null : this.realTime(next.at),
      positions,
      facts: factsOf(this.state, this.start.revision.program.revision.flow),
      ...this.log.take(),
    };
  }

  saved(): SavedRun {
    return {
      state: this.state,
      seenSeq: this.seenSeq,
      progressVersion: this.progressVersion,
      trailLength: this.log.trailLength,
      answered: this.tasks.receipts,
    };
  }

  carried(queue: Pick<CarriedRun, 'loadedSeq' | 'wantedSeq' | 'inbox'>): CarriedRun {
    return {
      ...this.saved(),
      ...queue,
      about: this.start.about,
      historic: this.historic,
      story: this.timers.story,
      timers: this.timers.all(),
      tasks: this.tasks.all(),
      held: this.held,
      ...(this.log.unreported.length > 0 && { events: this.log.unreported }),
    };
  }

  get version(): number {
    return this.progressVersion;
  }

  private carryOut(command: Command): void {
    switch (command.type) {
      case 'startActivity':
        return this.startActivity(command);
      case 'cancelActivity': {
        const waiting = this.held.findIndex((held) => held.id === command.id);
        if (waiting >= 0) this.held.splice(waiting, 1);
        return this.flights.cancel(command.id);
      }
      case 'startTimer':
        return this.timers.add({ id: command.id, at: command.at, summary: this.nameOf(command.place) });
      case 'cancelTimer':
        return this.timers.remove(command.id);
      case 'openTask':
        this.tasks.open(command);
        return this.log.taskOpened(command, FIRST_VERSION, this.state.at);
      case 'cancelTask':
        this.tasks.close(command.id);
        return this.log.taskClosed(command.id, command.reason, null, {});
      case 'raiseIncident':
        return this.log.incidentRaised(command, this.state.at);
      case 'clearIncident':
        return this.log.incidentCleared(command.id);
      case 'endRun':
        return;
    }
  }

  private startActivity(command: ActivityCommand): void {
    if (this.holding) {
      this.held.push(command);
      return;
    }
    const call: ActivityCall = {
      caseId: this.caseId,
      revision: this.start.revision.$revision,
      activity: command.activity,
      ...command.place,
      at: isoOf(this.state.at),
      reported: this.progressVersion,
      input: command.input,
    };
    this.flights.start(command, call, this.nameOf(command.place));
  }

  private landed(landing: Landing): void {
    const at = this.eventTime();
    if ('failure' in landing)
      this.apply({ type: 'activityFailed', at, id: landing.id, failure: landing.failure });
    else this.apply({ type: 'activityCompleted', at, id: landing.id, output: landing.output });
  }

  private nameOf(place: Place): string {
    return nodeIn(this.start.revision.program.revision, place)?.name ?? place.node;
  }

  /** When the machine's clock shows it; null while the story stands still. */
  private realTime(at: Instant): string | null {
    const real = realAt(this.timers.story, at);
    return real === null ? null : isoOf(real);
  }

  private about(): Parameters<typeof beginningBy>[1] {
    return { ...this.start.about, caseId: this.caseId, isNew: this.state.status === 'new' };
  }

  private rootVariables(): JsonObject {
    return this.state.scopes['0']?.variables ?? {};
  }
}
