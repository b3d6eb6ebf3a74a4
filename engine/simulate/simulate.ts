import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Command, OpenedTask, Place, RaisedIncident, TraceEntry } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import { readDuration, readInstant } from '../interpreter/instant.ts';
import type { Program } from '../interpreter/link.ts';
import { newRun } from '../interpreter/new-run.ts';
import { step } from '../interpreter/step.ts';
import type { RunState } from '../interpreter/state.ts';
import { Agenda } from './agenda.ts';
import { Answers } from './answers.ts';
import type { Scenario, SimulationStatus } from './scenario.ts';

/** What came of a scenario. Everything is in the order in which it happened. */
export interface SimulationResult {
  readonly status: SimulationStatus;
  readonly outcome: string | null;
  /** Ids of the nodes entered, those of called flows among them. */
  readonly path: readonly string[];
  /** Time from the start to where it stopped. */
  readonly virtualMs: number;
  /** Where it stopped, ISO 8601. */
  readonly at: string;
  readonly activities: readonly {
    readonly at: Instant;
    readonly place: Place;
    readonly activity: string;
    readonly input: JsonObject;
  }[];
  readonly tasks: readonly { readonly at: Instant; readonly place: Place; readonly task: OpenedTask }[];
  readonly incidents: readonly {
    readonly at: Instant;
    readonly place: Place;
    readonly incident: RaisedIncident;
  }[];
  /** Variables of the root scope. */
  readonly variables: JsonObject;
  readonly trace: readonly TraceEntry[];
  /** What the run was told; the same events give the state at any moment of the story again. */
  readonly events: readonly RunEvent[];
  readonly state: RunState;
  /** What the scenario leaves open, as sentences for its author. */
  readonly findings: readonly Finding[];
}

export interface Finding {
  readonly code:
    'no activity answer' | 'no task answer' | 'ill-formed' | 'too many events' | 'came after the end';
  readonly message: string;
  readonly place?: Place;
}

/** Most events of one simulation; what needs more has no end. */
export const MOST_EVENTS = 20_000;

const YEAR_MS = 365 * 86_400_000;

/**
 * Runs a scenario under a virtual clock and says what came of it. It touches nothing outside: activities and people
 * are the scenario's own answers. The same arguments give the same result.
 */
export function simulate(program: Program, scenario: Scenario): SimulationResult {
  const start = readInstant(scenario.start);
  const story = new Story(program, scenario, start ?? 0);
  if (start === null)
    story.find(
      'ill-formed',
      `The scenario's start “${scenario.start}” is no date and time. Write one such as 2026-03-02T09:00:00Z.`,
    );
  else story.tell();
  return story.result();
}

class Story {
  readonly #program: Program;
  readonly #scenario: Scenario;
  readonly #answers: Answers;
  readonly #agenda = new Agenda<RunEvent>();
  readonly #start: Instant;
  readonly #activities: SimulationResult['activities'][number][] = [];
  readonly #tasks: SimulationResult['tasks'][number][] = [];
  readonly #incidents: SimulationResult['incidents'][number][] = [];
  readonly #trace: TraceEntry[] = [];
  readonly #events: RunEvent[] = [];
  readonly #findings: Finding[] = [];
  #state = newRun();
  #isOver = false;

  constructor(program: Program, scenario: Scenario, start: Instant) {
    this.#program = program;
    this.#scenario = scenario;
    this.#answers = new Answers(scenario);
    this.#start = start;
  }

  find(code: Finding['code'], message: string, place?: Place): void {
    this.#findings.push(place === undefined ? { code, message } : { code, message, place });
  }

  tell(): void {
    const { messages = [], until, variables } = this.#scenario;
    const end = this.#start + (this.#duration(until) ?? YEAR_MS);
    for (const [i, { name, after, facts }] of messages.entries()) {
      const at = this.#start + (this.#duration(after) ?? 0);
      this.#agenda.plan(`message ${i}`, at, { type: 'message', at, name, facts });
    }
    this.#send({ type: 'started', at: this.#start, variables });
    for (let events = 0; !this.#isOver; events += 1) {
      const next = this.#agenda.next();
      if (next === undefined) return;
      if (next.at > end || this.#hasTooMany(events)) {
        this.#isOver = true;
        return;
      }
      this.#take(next.item);
    }
  }

  result(): SimulationResult {
    const state = this.#state;
    const at = state.status === 'new' ? this.#start : state.at;
    return {
      status: this.#status(),
      outcome: state.outcome,
      path: this.#trace
        .filter(({ what, detail }) => what === 'entered' && detail?.['turn'] === undefined)
        .map(({ place }) => place.node),
      virtualMs: at - this.#start,
      at: new Date(at).toISOString(),
      activities: this.#activities,
      tasks: this.#tasks,
      incidents: this.#incidents,
      variables: state.scopes['0']?.variables ?? {},
      trace: this.#trace,
      events: this.#events,
      state,
      findings: this.#findings,
    };
  }

  #status(): SimulationStatus {
    const { status, incidents } = this.#state;
    if (status === 'ended' || status === 'cancelled') return status;
    if (this.#findings.some(({ code }) => code === 'no activity answer' || code === 'no task answer'))
      return 'unanswered';
    if (this.#isOver || status === 'new') return 'unfinished';
    return Object.keys(incidents).length > 0 ? 'stuck' : 'waiting';
  }

  #take(event: RunEvent): void {
    if (this.#state.status === 'running') this.#send(event);
    else if (event.type === 'message')
      this.find(
        'came after the end',
        `The message “${event.name}” came after the run had ended; nothing took it.`,
      );
  }

  #send(event: RunEvent): void {
    this.#events.push(event);
    const { state, commands, trace } = step(this.#program, this.#state, event);
    this.#state = state;
    this.#trace.push(...trace);
    for (const command of commands) this.#obey(command);
  }

  #obey(command: Command): void {
    const { at } = this.#state;
    switch (command.type) {
      case 'startActivity':
        this.#activities.push({ at, place: command.place, activity: command.activity, input: command.input });
        this.#runActivity(command, at);
        return;
      case 'startTimer':
        this.#agenda.plan(command.id, command.at, { type: 'timerFired', at: command.at, id: command.id });
        return;
      case 'openTask':
        this.#tasks.push({ at, place: command.place, task: command.task });
        this.#askPerson(command, at);
        return;
      case 'raiseIncident':
        this.#incidents.push({ at, place: command.place, incident: command.incident });
        return;
      case 'cancelActivity':
      case 'cancelTimer':
      case 'cancelTask':
        this.#agenda.drop(command.id);
        return;
      case 'clearIncident':
      case 'endRun':
    }
  }

  #runActivity({ id, place, activity }: Extract<Command, { type: 'startActivity' }>, now: Instant): void {
    const answer = this.#answers.ofActivity(place, activity);
    if (answer === undefined) {
      this.#isOver = true;
      this.find(
        'no activity answer',
        `The scenario does not say what the activity ${activity} of step ${place.node} answers. Add it under “activities”.`,
        place,
      );
      return;
    }
    const at = now + (answer.afterMs ?? 0);
    const event: RunEvent =
      'failure' in answer
        ? { type: 'activityFailed', at, id, failure: answer.failure }
        : { type: 'activityCompleted', at, id, output: answer.output };
    this.#agenda.plan(id, at, event);
  }

  #askPerson({ id, place }: Extract<Command, { type: 'openTask' }>, now: Instant): void {
    const answer = this.#answers.ofTask(place);
    if (answer === 'nobody') return;
    if (answer === undefined) {
      this.#isOver = true;
      this.find(
        'no task answer',
        `The scenario does not say who answers step ${place.node}. Add it under “tasks”, or “nobody”.`,
        place,
      );
      return;
    }
    const at = now + (this.#duration(answer.after) ?? 0);
    this.#agenda.plan(id, at, { type: 'taskCompleted', at, id, answers: answer.answers, by: answer.by });
  }

  #hasTooMany(events: number): boolean {
    if (events < MOST_EVENTS) return false;
    this.find(
      'too many events',
      `After ${MOST_EVENTS} events it had not come to rest. Look for a loop without an end.`,
    );
    return true;
  }

  #duration(text: string | undefined): number | null {
    if (text === undefined) return null;
    const ms = readDuration(text);
    if (ms === null) this.find('ill-formed', `“${text}” is no duration. Write one such as PT2H or P3D.`);
    return ms;
  }
}
