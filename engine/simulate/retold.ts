import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Command, Place } from '../interpreter/command.ts';
import type { Failure, Instant, RunEvent } from '../interpreter/event.ts';
import type { Program } from '../interpreter/link.ts';
import { newRun } from '../interpreter/new-run.ts';
import type { RunState } from '../interpreter/state.ts';
import { step } from '../interpreter/step.ts';
import type { ToldEvents } from './told-events.ts';

/** A step that asked an activity or a person, and what came of it; no answer: nothing did. In order of asking. */
export type Asked =
  | {
      readonly for: 'activity';
      readonly place: Place;
      readonly activity: string;
      readonly at: Instant;
      answer?: { readonly at: Instant } & ({ readonly output: Json } | { readonly failure: Failure });
    }
  | {
      readonly for: 'task';
      readonly place: Place;
      readonly at: Instant;
      answer?: { readonly at: Instant; readonly answers: JsonObject; readonly by: string };
    };

/** What happened in a case since its latest beginning. */
export interface Retold {
  readonly program: Program;
  readonly start: Instant;
  /** The root's, those that it knew before among them. */
  readonly variables: JsonObject;
  readonly asked: readonly Asked[];
  readonly messages: readonly { readonly name: string; readonly at: Instant; readonly facts: JsonObject }[];
  readonly end: Instant;
  readonly isOver: boolean;
  readonly outcome: string | null;
  /** Ids of the nodes entered. */
  readonly path: readonly string[];
  readonly leftOut: readonly RunEvent['type'][];
}

/** Takes the interpreter through what runs were told; null: none of it is a beginning. */
export function retold(told: readonly ToldEvents[]): Retold | null {
  const telling = new Telling();
  for (const { program, events } of told) for (const event of events) telling.tell(program, event);
  return telling.result();
}

class Telling {
  #state: RunState = newRun();
  #begun: { readonly program: Program; readonly start: Instant; readonly variables: JsonObject } | null =
    null;
  /** The last instant given out. Things that came one after the other at one instant are told apart by it. */
  #at: Instant = 0;
  #asked: Asked[] = [];
  #open = new Map<string, Asked>();
  #messages: Retold['messages'][number][] = [];
  #path: string[] = [];
  #leftOut: RunEvent['type'][] = [];

  tell(program: Program, event: RunEvent): void {
    // A run that was lost is followed by one that knows nothing of it.
    if (event.type === 'started' && this.#state.status === 'running') this.#state = newRun();
    const before = this.#state;
    const { state, commands, trace } = step(program, before, event);
    if (state === before) return;
    this.#state = state;
    if (event.type === 'started') this.#begin(program, before, event.variables);
    else
      this.#at =
        event.type === 'timerFired' ? Math.max(this.#at, state.at) : Math.max(this.#at + 1, state.at);
    this.#note(event);
    for (const { what, place, detail } of trace)
      if (what === 'entered' && detail?.['turn'] === undefined) this.#path.push(place.node);
    for (const command of commands) this.#ask(command);
  }

  result(): Retold | null {
    if (this.#begun === null) return null;
    const { status, outcome } = this.#state;
    return {
      ...this.#begun,
      asked: this.#asked,
      messages: this.#messages,
      end: this.#at,
      isOver: status === 'ended',
      outcome,
      path: this.#path,
      leftOut: this.#leftOut,
    };
  }

  #begin(program: Program, before: RunState, given: JsonObject): void {
    this.#at = this.#state.at;
    const known = before.scopes['0']?.variables ?? {};
    this.#begun = { program, start: this.#at, variables: { ...known, ...given } };
    this.#asked = [];
    this.#open = new Map();
    this.#messages = [];
    this.#path = [];
    this.#leftOut = [];
  }

  #note(event: RunEvent): void {
    const at = this.#at;
    switch (event.type) {
      case 'activityCompleted': {
        const asked = this.#open.get(event.id);
        if (asked?.for === 'activity') asked.answer = { at, output: event.output };
        return;
      }
      case 'activityFailed': {
        const asked = this.#open.get(event.id);
        if (asked?.for === 'activity') asked.answer = { at, failure: event.failure };
        return;
      }
      case 'taskCompleted': {
        const asked = this.#open.get(event.id);
        if (asked?.for === 'task') asked.answer = { at, answers: event.answers, by: event.by };
        return;
      }
      case 'message':
        this.#messages.push({ name: event.name, at, facts: event.facts });
        return;
      case 'factsChanged':
      case 'stuck':
      case 'incidentResolved':
      case 'cancelled':
        this.#leftOut.push(event.type);
        return;
      case 'started':
      case 'timerFired':
    }
  }

  #ask(command: Command): void {
    const at = this.#at;
    if (command.type === 'startActivity') {
      const { id, place, activity } = command;
      this.#put(id, { for: 'activity', place, activity, at });
    } else if (command.type === 'openTask') this.#put(command.id, { for: 'task', place: command.place, at });
  }

  #put(id: string, asked: Asked): void {
    this.#asked.push(asked);
    this.#open.set(id, asked);
  }
}
