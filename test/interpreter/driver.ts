import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Command, TraceEntry } from '../../engine/interpreter/command.ts';
import type { Failure, RunEvent, WayOut } from '../../engine/interpreter/event.ts';
import { link } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import type { RunState } from '../../engine/interpreter/state.ts';
import { step } from '../../engine/interpreter/step.ts';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Noon of a Monday. */
export const NOON = Date.UTC(2026, 2, 2, 12);
export const HOUR = 3_600_000;

/** A run led by hand: every act is one event, and what came of the last one stands in `commands` and `trace`. */
export class Driver {
  readonly program;
  state: RunState = newRun();
  commands: readonly Command[] = [];
  trace: readonly TraceEntry[] = [];
  readonly allTrace: TraceEntry[] = [];
  at = NOON;

  constructor(revision: Revision) {
    this.program = link(revision);
  }

  send(event: RunEvent): this {
    const { state, commands, trace } = step(this.program, this.state, event);
    this.state = state;
    this.commands = commands;
    this.trace = trace;
    this.allTrace.push(...trace);
    return this;
  }
  begin(variables: JsonObject = {}): this {
    return this.send({ type: 'started', at: this.at, variables });
  }
  complete(node: string, output: Json = null): this {
    return this.send({ type: 'activityCompleted', at: this.at, id: this.waitAt(node, 'activity'), output });
  }
  fail(node: string, failure: Failure): this {
    return this.send({ type: 'activityFailed', at: this.at, id: this.waitAt(node, 'activity'), failure });
  }
  answer(node: string, answers: JsonObject = {}, by = 'ann'): this {
    return this.send({ type: 'taskCompleted', at: this.at, id: this.waitAt(node, 'task'), answers, by });
  }
  message(name: string, facts: JsonObject = {}): this {
    return this.send({ type: 'message', at: this.at, name, facts });
  }
  /** Fires the earliest timer, at its own instant. */
  pass(): this {
    const timers = Object.entries(this.state.waits).filter(([, { until }]) => until !== undefined);
    const [first] = timers.sort(([, a], [, b]) => (a.until ?? 0) - (b.until ?? 0));
    if (first === undefined) throw new Error('No timer is set.');
    this.at = first[1].until ?? this.at;
    return this.send({ type: 'timerFired', at: this.at, id: first[0] });
  }
  resolve(resolution: WayOut): this {
    const [id = 'none'] = Object.keys(this.state.incidents);
    return this.send({ type: 'incidentResolved', at: this.at, id, resolution, by: 'ann' });
  }
  cancel(): this {
    return this.send({ type: 'cancelled', at: this.at, reason: 'test' });
  }

  waitAt(node: string, kind: string, item?: number): string {
    const found = Object.entries(this.state.waits).find(
      ([, wait]) =>
        wait.place.node === node && wait.for === kind && (item === undefined || wait.place.item === item),
    );
    if (found === undefined) throw new Error(`No ${kind} waits at ${node}.`);
    return found[0];
  }
  /** Ids of the nodes that tokens stand on. */
  get stands(): string[] {
    return Object.values(this.state.tokens)
      .map(({ node }) => node)
      .sort();
  }
  variable(name: string): Json | undefined {
    return this.state.scopes['0']?.variables[name];
  }
  /** The commands of one type that the last event gave. */
  given<T extends Command['type']>(type: T): CommandOf<T>[] {
    return this.commands.filter((command): command is CommandOf<T> => command.type === type);
  }
  /** Nodes entered so far, in order. */
  get path(): string[] {
    return this.allTrace
      .filter(({ what, detail }) => what === 'entered' && detail?.['turn'] === undefined)
      .map(({ place }) => place.node);
  }
}
