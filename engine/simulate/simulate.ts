import type { Command, Place, TraceEntry } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import { readDuration, readInstant } from '../interpreter/instant.ts';
import type { Program } from '../interpreter/link.ts';
import { newRun } from '../interpreter/new-run.ts';
import { step } from '../interpreter/step.ts';
import { Agenda } from './agenda.ts';
import type { Finding, Question, SimulationResult, Telling } from './result.ts';
import { Answers, type Said } from './answers.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { SAID_AT } from '../../definitions/model/arrival.ts';
import type { Scenario, SimulationStatus } from '../../definitions/scenario/scenario.ts';

/** Most events of one simulation; what needs more has no end. */
export const MOST_EVENTS = 20_000;

const YEAR_MS = 365 * 86_400_000;

/**
 * Runs a scenario under a virtual clock and says what came of it. It touches nothing outside: activities and people
 * are the scenario's own answers. The same arguments give the same result. With a `telling`, what the scenario leaves
 * open lets time stand still and no more: a task that nobody answered stays open for what time was let pass.
 */
export function simulate(program: Program, scenario: Scenario, telling?: Telling): SimulationResult {
  const events = simulation(program, scenario, telling);
  for (;;) {
    const next = events.next();
    if (next.done === true) return next.value;
  }
}

/** The same, event by event: whoever asks for the next may pause before it, or give up. */
export function* simulation(
  program: Program,
  scenario: Scenario,
  telling?: Telling,
): Generator<undefined, SimulationResult> {
  const start = readInstant(scenario.start);
  const story = new Story(program, scenario, start ?? 0, telling);
  if (start === null)
    story.find(
      'ill-formed',
      `The scenario's start “${scenario.start}” is no date and time. Write one such as 2026-03-02T09:00:00Z.`,
    );
  else yield* story.tell();
  return story.result();
}

class Story {
  readonly #program: Program;
  readonly #scenario: Scenario;
  readonly #answers: Answers;
  readonly #agenda = new Agenda<RunEvent>();
  readonly #start: Instant;
  readonly #telling: Telling | undefined;
  readonly #activities: SimulationResult['activities'][number][] = [];
  readonly #tasks: SimulationResult['tasks'][number][] = [];
  readonly #incidents: SimulationResult['incidents'][number][] = [];
  readonly #trace: TraceEntry[] = [];
  readonly #events: RunEvent[] = [];
  readonly #findings: { readonly finding: Finding; readonly wait: string | null }[] = [];
  #state = newRun();
  #isOver = false;
  #end: Instant = Infinity;
  #next: Instant | null = null;

  constructor(program: Program, scenario: Scenario, start: Instant, telling: Telling | undefined) {
    this.#program = program;
    this.#scenario = scenario;
    this.#answers = new Answers(scenario, telling?.givenOnce);
    this.#start = start;
    this.#telling = telling;
  }

  find(code: Finding['code'], message: string): void {
    this.#findings.push({ finding: { code, message }, wait: null });
  }

  *tell(): Generator<undefined, void> {
    const { messages = [], until } = this.#scenario;
    const watchedMs = this.#duration(until) ?? YEAR_MS;
    this.#end = this.#start + (this.#telling?.goesOn === false ? this.#telling.passedMs : watchedMs);
    for (const [i, { name, after, facts }] of messages.entries()) {
      const at = this.#start + (this.#duration(after) ?? 0);
      this.#agenda.plan(`message ${i}`, at, { type: 'message', at, name, facts });
    }
    this.#send({ type: 'started', at: this.#start, variables: this.#beginning() });
    for (let events = 0; !this.#isOver; events += 1) {
      const next = this.#agenda.next();
      if (next === undefined) return;
      if (next.at > this.#end || this.#hasTooMany(events)) {
        this.#isOver = true;
        this.#next = next.at;
        return;
      }
      yield;
      this.#take(next.item);
    }
  }

  /** What the scenario begins with. It was said just then, unless the scenario says when. */
  #beginning(): JsonObject {
    const { variables } = this.#scenario;
    const asks = this.#program.revision.flow.variables.some(
      ({ name, input }) => name === SAID_AT && input === true,
    );
    return asks ? { [SAID_AT]: new Date(this.#start).toISOString(), ...variables } : variables;
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
      next: this.#next,
      findings: this.#openFindings(),
    };
  }

  /** Without what was left open once, and is over by itself. */
  #openFindings(): readonly Finding[] {
    const { waits } = this.#state;
    return this.#findings.flatMap(({ finding, wait }) =>
      wait === null || Object.hasOwn(waits, wait) ? [finding] : [],
    );
  }

  #status(): SimulationStatus {
    const { status, incidents } = this.#state;
    if (status === 'ended' || status === 'cancelled') return status;
    if (this.#openFindings().some(({ code }) => code === 'no activity answer' || code === 'no task answer'))
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
        this.#runActivity(command, at);
        return;
      case 'startTimer':
        this.#agenda.plan(command.id, command.at, { type: 'timerFired', at: command.at, id: command.id });
        return;
      case 'openTask':
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

  #runActivity(command: Extract<Command, { type: 'startActivity' }>, now: Instant): void {
    const { id, place, activity, input } = command;
    const said = this.#answers.ofActivity(place, activity);
    this.#activities.push({ ...questionOf(now, command, said), activity, input });
    const { answer } = said;
    if (answer === undefined) {
      const message = `The scenario does not say what the activity ${activity} of step ${place.node} answers. Add it under “activities”.`;
      this.#leaveOpen(id, { code: 'no activity answer', message, place }, now);
      return;
    }
    const at = now + (answer.afterMs ?? 0);
    const event: RunEvent =
      'failure' in answer
        ? { type: 'activityFailed', at, id, failure: answer.failure }
        : { type: 'activityCompleted', at, id, output: answer.output };
    this.#agenda.plan(id, at, event);
  }

  #askPerson(command: Extract<Command, { type: 'openTask' }>, now: Instant): void {
    const { id, place, task } = command;
    const said = this.#answers.ofTask(place);
    this.#tasks.push({ ...questionOf(now, command, said), task });
    const { answer } = said;
    if (answer === 'nobody') return;
    if (answer === undefined) {
      const message = `The scenario does not say who answers step ${place.node}. Add it under “tasks”, or “nobody”.`;
      this.#leaveOpen(id, { code: 'no task answer', message, place }, now);
      return;
    }
    const at = now + (this.#duration(answer.after) ?? 0);
    this.#agenda.plan(id, at, { type: 'taskCompleted', at, id, answers: answer.answers, by: answer.by });
  }

  #leaveOpen(wait: string, finding: Finding, now: Instant): void {
    this.#findings.push({ finding, wait });
    if (this.#telling === undefined) this.#isOver = true;
    // A task may be left alone for a while; what an activity answers has to be known before anything else can.
    else if (finding.code === 'no activity answer') this.#end = Math.min(this.#end, now);
    else this.#end = Math.min(this.#end, Math.max(now, this.#start + this.#telling.passedMs));
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

function questionOf(
  at: Instant,
  { id, place }: { readonly id: string; readonly place: Place },
  { key, index, answer }: Said<unknown>,
): Question {
  return { at, place, id, key, index, isAnswered: answer !== undefined };
}
