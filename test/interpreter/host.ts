import type { Command, TraceEntry } from '../../engine/interpreter/command.ts';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import type { RunState } from '../../engine/interpreter/state.ts';

/** What a host keeps: which commands are still to be answered. Says so when the interpreter breaks its word. */
export class Host {
  readonly open = new Map<string, Extract<Command, { id: string }>['type']>();
  readonly closed: string[] = [];
  at = 0;

  obey(commands: readonly Command[]): void {
    for (const command of commands) {
      if (command.type === 'endRun') continue;
      if (OPENS.has(command.type)) {
        if (this.open.has(command.id) || this.closed.includes(command.id))
          throw new Error(`The id ${command.id} is used twice.`);
        this.open.set(command.id, command.type);
      } else this.close(command.id);
    }
  }
  close(id: string): void {
    if (!this.open.delete(id)) throw new Error(`${id} is closed and was not open.`);
    this.closed.push(id);
  }

  /** An event that a host could send now, chosen by `pick`. Null when nothing is open. */
  choose(state: RunState, pick: number, kind: number): RunEvent | null {
    if (kind === 0) return { type: 'message', at: this.at, name: 'mention', facts: { n: pick } };
    if (kind === 1) return { type: 'message', at: this.at, name: 'elsewhere', facts: {} };
    const ids = [...this.open.keys()];
    const id = ids[pick % Math.max(1, ids.length)];
    return id === undefined ? null : this.answer(state, id, kind);
  }

  answer(state: RunState, id: string, kind: number): RunEvent {
    const { at } = this;
    switch (this.open.get(id)) {
      case 'startActivity':
        if (kind === 2) return { type: 'stuck', at, id, failure: { code: 'no worker' } };
        this.close(id);
        return kind === 3
          ? { type: 'activityFailed', at, id, failure: { code: 'broken' } }
          : { type: 'activityCompleted', at, id, output: { kind } };
      case 'startTimer':
        this.at = Math.max(at, state.waits[id]?.until ?? 0);
        this.close(id);
        return { type: 'timerFired', at: this.at, id };
      case 'openTask':
        this.close(id);
        return { type: 'taskCompleted', at, id, answers: { ours: true }, by: 'ann' };
      default: {
        const resolution =
          kind % 2 === 0 ? ({ way: 'retry' } as const) : ({ way: 'skip', value: null } as const);
        return { type: 'incidentResolved', at, id, resolution, by: 'ann' };
      }
    }
  }
}

const OPENS: ReadonlySet<Command['type']> = new Set([
  'startActivity',
  'startTimer',
  'openTask',
  'raiseIncident',
]);

/** What the state says is open, to be compared with what the host was told. */
export function openIn(state: RunState): Map<string, string> {
  const open = new Map<string, string>();
  for (const [id, wait] of Object.entries(state.waits)) {
    if (wait.for === 'activity') open.set(id, 'startActivity');
    else if (wait.for === 'task') open.set(id, 'openTask');
    else if (wait.for === 'timer' || wait.for === 'boundary timer') open.set(id, 'startTimer');
  }
  for (const id of Object.keys(state.incidents)) open.set(id, 'raiseIncident');
  return open;
}

/** Where tokens stand, told from the trace alone: scope, flow, node and visit. */
export function standing(before: ReadonlySet<string>, entry: TraceEntry): Set<string> {
  const after = new Set(before);
  const key = JSON.stringify([entry.place.scope, entry.place.flow, entry.place.node, entry.place.visit]);
  if (entry.detail?.['turn'] !== undefined || entry.detail?.['goes on'] === true) return after;
  if (entry.what === 'entered') after.add(key);
  if (entry.what === 'left' || entry.what === 'cancelled') after.delete(key);
  return after;
}
