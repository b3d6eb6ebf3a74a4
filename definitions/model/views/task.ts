/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/tasks | TaskFilter + limit, cursor | Page<TaskRow> |
 * | GET  /api/tasks/counts | | TaskCounts |
 * | GET  /api/tasks/:id | | TaskDetail |
 * | POST /api/tasks/:id/take | { version } | TaskDetail |
 * | POST /api/tasks/:id/give-back | { version } | TaskDetail |
 * | POST /api/tasks/:id/hand-over | { version, person? , team? , why? } (one of person, team) | TaskDetail |
 * | POST /api/tasks/:id/answer | { version, answers } (by field name; a text field holds the text itself) | AnswerReceipt |
 */
import type { Json, JsonObject } from '../../flow/json.ts';
import type { FormField } from '../../flow/user-task.ts';
import type { Task } from '../task.ts';
import type { Named } from './page.ts';

export interface TaskFilter {
  readonly status?: readonly Task['status'][];
  /** An id, or 'me': taken by this person, or given to this person by name. */
  readonly person?: string;
  /** A team's id, or 'mine'. */
  readonly team?: string;
  readonly caseId?: string;
}

export interface TaskRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: Task['status'];
  readonly case: Named & { readonly channel: string; readonly brand: string };
  readonly persons: readonly Named[];
  readonly teams: readonly Named[];
  readonly roles: readonly string[];
  readonly takenBy: Named | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly priority: Json;
  readonly closedAt: string | null;
  readonly answeredBy: Named | null;
}

/** `mine`: taken by or asked of me; `team`: asked of my team. */
export type TaskCounts = {
  readonly open: number;
  readonly mine: number;
  readonly team: number;
  readonly overdue: number;
};

export interface TaskDetail extends TaskRow {
  readonly flow: string;
  readonly node: string;
  readonly scope: string;
  readonly instructions: string | null;
  readonly guide: string | null;
  readonly form: readonly FormField[];
  /** By field name; a text field holds the text itself. */
  readonly suggested: JsonObject;
  /** Facts shown beside the form, by label. */
  readonly show: JsonObject;
  /** By field name, once answered; a text field holds the text itself, null when erased. */
  readonly answers: JsonObject | null;
  /** Whether the one who asks may take and answer it. */
  readonly mayAnswer: boolean;
  /** Most characters the channel takes in one reply; null when it has no limit. */
  readonly textLimit: number | null;
}

/** `already`: somebody had answered before; theirs counts. */
export type AnswerReceipt = {
  readonly taskId: string;
  readonly answeredBy: Named;
  readonly already: boolean;
};
