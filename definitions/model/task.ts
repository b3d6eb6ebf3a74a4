import type { Json, JsonObject } from '../flow/json.ts';
import type { FormField } from '../flow/user-task.ts';

/** Work waiting for a person. */
export interface Task {
  readonly id: string;
  readonly caseId: string;
  /** Counts changes of who may answer and what is asked; an answer names the one it saw. */
  readonly version: number;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly name: string;
  readonly instructions: string | null;
  readonly guide: string | null;
  readonly form: readonly FormField[];
  readonly suggested: JsonObject;
  readonly show: JsonObject;
  readonly status: 'open' | 'answered' | 'answered elsewhere' | 'cancelled';
  readonly persons: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  /** Who took it. */
  readonly takenBy: string | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly priority: Json;
  readonly closedAt: string | null;
  readonly answeredBy: string | null;
  readonly answers: JsonObject | null;
}
