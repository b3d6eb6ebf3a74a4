import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Progress, TaskOpening, TrailEntry } from '../../definitions/model/case.ts';
import type { Command, TraceEntry } from '../interpreter/command.ts';
import type { Instant, RunEvent } from '../interpreter/event.ts';
import { isoOf } from './iso-instant.ts';

type Opened = Extract<Command, { type: 'openTask' }>;
type Raised = Extract<Command, { type: 'raiseIncident' }>;

/** What happened since the store was last told, in the store's terms. */
export class ProgressLog {
  private trail: TrailEntry[] = [];
  private opened: TaskOpening[] = [];
  private closed: Progress['tasksClosed'][number][] = [];
  private raised: Progress['incidentsRaised'][number][] = [];
  private cleared: string[] = [];
  private heard: RunEvent[];
  private readonly prefix: string;
  private readonly caseId: string;
  private length: number;

  /** `unreported`: what an earlier run of the same state was told, and no report says yet. */
  constructor(caseId: string, life: string, trailLength: number, unreported: readonly RunEvent[] = []) {
    this.heard = [...unreported];
    this.caseId = caseId;
    this.prefix = `${caseId}.${life}.`;
    this.length = trailLength;
  }

  /** How many steps the way has, over all runs of the case. */
  get trailLength(): number {
    return this.length;
  }

  /** Whether somebody waits to see it: a person asked, or a step that is stuck. A task that was answered is known already. */
  get isUrgent(): boolean {
    return this.opened.length + this.raised.length + this.cleared.length > 0;
  }

  get isEmpty(): boolean {
    return this.trail.length === 0 && this.closed.length === 0 && !this.isUrgent;
  }

  /** What the run was told and no report says yet. */
  get unreported(): readonly RunEvent[] {
    return this.heard;
  }

  /** Something that the run was told, and that changed it. */
  told(event: RunEvent): void {
    this.heard.push(event);
  }

  traced(entries: readonly TraceEntry[]): void {
    for (const { at, place, ...rest } of entries) {
      this.length += 1;
      this.trail.push({ n: this.length, at: isoOf(at), ...place, ...rest });
    }
  }

  taskOpened(command: Opened, version: number, at: Instant): void {
    const { dueAt, ...asked } = command.task;
    this.opened.push({
      taskId: this.taskId(command.id),
      version,
      ...command.place,
      openedAt: isoOf(at),
      dueAt: dueAt === null ? null : isoOf(dueAt),
      ...asked,
    });
  }

  taskClosed(
    id: string,
    how: Progress['tasksClosed'][number]['how'],
    by: string | null,
    answers: JsonObject,
  ): void {
    this.closed.push({ taskId: this.taskId(id), how, by, answers });
  }

  incidentRaised(command: Raised, at: Instant): void {
    const { scope, flow, node } = command.place;
    const { kind, failure } = command.incident;
    this.raised.push({
      id: this.taskId(command.id),
      scope,
      flow,
      node,
      kind,
      code: failure.code,
      message: failure.message ?? '',
      at: isoOf(at),
    });
  }

  incidentCleared(id: string): void {
    this.cleared.push(this.taskId(id));
  }

  /** All that was gathered; the log is empty afterwards. */
  take(): Pick<
    Progress,
    'trail' | 'events' | 'tasksOpened' | 'tasksClosed' | 'incidentsRaised' | 'incidentsCleared'
  > {
    // They stand beside the steps that they led to; without any they wait for the next report.
    const events = this.trail.length > 0 && this.heard.length > 0 ? JSON.stringify(this.heard) : undefined;
    if (events !== undefined) this.heard = [];
    const taken = {
      trail: this.trail,
      ...(events !== undefined && { events }),
      tasksOpened: this.opened,
      tasksClosed: this.closed,
      incidentsRaised: this.raised,
      incidentsCleared: this.cleared,
    };
    this.trail = [];
    this.opened = [];
    this.closed = [];
    this.raised = [];
    this.cleared = [];
    return taken;
  }

  /** A command's id, made unique over all cases. */
  taskId(commandId: string): string {
    return this.prefix + commandId;
  }

  /** The command's id within one of those; null when it is of another case or life. Before lives had names ids did without. */
  commandId(taskId: string): string | null {
    if (taskId.startsWith(this.prefix)) return taskId.slice(this.prefix.length);
    const [caseId, commandId, ...more] = taskId.split('.');
    return caseId === this.caseId && commandId !== undefined && more.length === 0 ? commandId : null;
  }
}
