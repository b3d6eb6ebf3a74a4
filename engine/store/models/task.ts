import { Schema, type Connection } from 'mongoose';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import type { Task } from '../../../definitions/model/task.ts';
import { PLAIN } from './plain.ts';

export interface TaskDoc {
  _id: string;
  caseId: string;
  version: number;
  scope: string;
  flow: string;
  node: string;
  name: string;
  instructions: string | null;
  guide: string | null;
  form: readonly FormField[];
  suggested: JsonObject;
  show: JsonObject;
  status: Task['status'];
  persons: readonly string[];
  teams: readonly string[];
  roles: readonly string[];
  takenBy: string | null;
  openedAt: Date;
  dueAt: Date | null;
  /** `dueAt`, or the end of time: a task without a due time sorts last. */
  dueSort: Date;
  priority: Json;
  closedAt: Date | null;
  answeredBy: string | null;
  answers: JsonObject | null;
}

export function taskModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      caseId: { type: String, required: true },
      version: { type: Number, required: true },
      scope: { type: String, required: true },
      flow: { type: String, required: true },
      node: { type: String, required: true },
      name: { type: String },
      instructions: { type: String },
      guide: { type: String },
      form: { type: Schema.Types.Mixed, required: true },
      suggested: { type: Schema.Types.Mixed, required: true },
      show: { type: Schema.Types.Mixed, required: true },
      status: { type: String, required: true },
      persons: { type: [String], required: true },
      teams: { type: [String], required: true },
      roles: { type: [String], required: true },
      takenBy: { type: String },
      openedAt: { type: Date, required: true },
      dueAt: { type: Date },
      dueSort: { type: Date, required: true },
      priority: { type: Schema.Types.Mixed },
      closedAt: { type: Date },
      answeredBy: { type: String },
      answers: { type: Schema.Types.Mixed },
    },
    PLAIN,
  );
  const due = { dueSort: 1, openedAt: 1, _id: 1 } as const;
  schema.index({ ...due });
  schema.index({ status: 1, ...due });
  schema.index({ persons: 1, status: 1, ...due });
  schema.index({ teams: 1, status: 1, ...due });
  schema.index({ takenBy: 1, status: 1, ...due });
  schema.index({ caseId: 1, openedAt: 1 });
  return connection.model<TaskDoc>('Task', schema, 'tasks');
}
