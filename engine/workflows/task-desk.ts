import { nodeIn } from '../../definitions/flow/drawn.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import type { Arrival } from '../../definitions/model/arrival.ts';
import type { Command } from '../interpreter/command.ts';
import type { LoadedRevision } from './payload-converter.ts';
import type { ProgressLog } from './progress-log.ts';
import type { OpenTask, SavedRun } from './saved-run.ts';

/** Most receipts of answered tasks that a run remembers. */
const MOST_RECEIPTS = 50;
/** The version that a task is opened with. */
export const FIRST_VERSION = 1;

type Receipt = SavedRun['answered'][number];

/** The tasks that a run has open, and receipts of those answered lately. */
export class TaskDesk {
  private readonly tasks = new Map<string, OpenTask>();
  private readonly given: Receipt[];
  private readonly ids: Pick<ProgressLog, 'taskId' | 'commandId'>;
  private readonly revision: LoadedRevision;

  constructor(
    ids: Pick<ProgressLog, 'taskId' | 'commandId'>,
    revision: LoadedRevision,
    tasks: readonly OpenTask[],
    receipts: readonly Receipt[],
  ) {
    this.ids = ids;
    this.revision = revision;
    this.given = [...receipts];
    for (const task of tasks) this.tasks.set(task.id, task);
  }

  get receipts(): readonly Receipt[] {
    return this.given;
  }

  all(): readonly OpenTask[] {
    return [...this.tasks.values()];
  }

  open({ id, place: { flow, node }, task }: Extract<Command, { type: 'openTask' }>): void {
    const { persons, teams, roles } = task;
    this.tasks.set(id, { id, version: FIRST_VERSION, flow, node, persons, teams, roles });
  }

  close(id: string): void {
    this.tasks.delete(id);
  }

  /** Closes it, and keeps a receipt for whoever answers it too. */
  answered(id: string, by: string): void {
    this.close(id);
    this.given.push({ taskId: this.ids.taskId(id), by });
    if (this.given.length > MOST_RECEIPTS) this.given.shift();
  }

  /** Another person or team is asked now than the drawing named. */
  handOver({ ref, facts }: Arrival): void {
    const task = this.find(ref);
    if (task === undefined) return;
    const { persons, teams } = facts;
    this.tasks.set(task.id, { ...task, persons: namesIn(persons), teams: namesIn(teams) });
  }

  /** The open task of an id as the store knows it. */
  find(taskId: string): OpenTask | undefined {
    return this.tasks.get(this.ids.commandId(taskId) ?? '');
  }

  /** Who answered the task of an id as the store knows it; null when nobody did, or long ago. */
  receiptOf(taskId: string): Receipt | null {
    return this.given.find((receipt) => receipt.taskId === taskId) ?? null;
  }

  /** The form of an open task, as drawn. */
  formOf(task: OpenTask): readonly FormField[] {
    const drawn = nodeIn(this.revision.program.revision, task);
    return drawn?.kind === 'userTask' ? drawn.form : [];
  }
}

function namesIn(fact: Json | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((name) => typeof name === 'string') : [];
}
