import type { z } from 'zod';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import type * as views from '../../definitions/model/views.ts';
import type { ActivityContractSchema } from '../../definitions/flow/revision.schema.ts';
import type { AuditRowSchema } from '../../engine/api/audit.schema.ts';
import type { CaseDetailSchema } from '../../engine/api/case-detail.schema.ts';
import type { CaseCountsSchema, CaseRowSchema } from '../../engine/api/case.schema.ts';
import type { ChannelSecretSchema, ChannelViewSchema } from '../../engine/api/channel.schema.ts';
import type { ConversationEntrySchema, OutboxRowSchema } from '../../engine/api/conversation.schema.ts';
import type {
  FlowRowSchema,
  ReleaseRowSchema,
  RevisionRowSchema,
  RevisionViewSchema,
} from '../../engine/api/flow.schema.ts';
import type {
  IncidentRowSchema,
  ResolveAnswerSchema,
  StuckGroupSchema,
} from '../../engine/api/incident.schema.ts';
import type { CaptureAnswerSchema, ImportProgressSchema } from '../../engine/api/mention.schema.ts';
import type { PersonViewSchema, TeamViewSchema } from '../../engine/api/people.schema.ts';
import type { ProblemSchema } from '../../engine/api/problem.schema.ts';
import type { HealthSchema, SessionSchema } from '../../engine/api/session.schema.ts';
import type {
  AnswerReceiptSchema,
  TaskCountsSchema,
  TaskDetailSchema,
  TaskRowSchema,
} from '../../engine/api/task.schema.ts';

/**
 * The compiler's proof that what `definitions/model/views.ts` promises and what the API's schemas write are the same
 * shape, both ways. Nothing here runs.
 */
type Frozen<T> = [Json] extends [T]
  ? T
  : [JsonObject] extends [T]
    ? T
    : T extends Revision | FormField
      ? T
      : T extends (infer I)[]
        ? readonly Frozen<I>[]
        : T extends object
          ? { readonly [K in keyof T]: Frozen<T[K]> }
          : T;
type Same<View, Schema extends z.ZodType> = [View] extends [Frozen<z.output<Schema>>]
  ? [Frozen<z.output<Schema>>] extends [View]
    ? true
    : { schemaIsWider: Frozen<z.output<Schema>> }
  : { viewIsWider: View };

export const shapes: {
  problem: Same<views.Problem, typeof ProblemSchema>;
  health: Same<views.Health, typeof HealthSchema>;
  session: Same<views.Session, typeof SessionSchema>;
  capture: Same<views.CaptureAnswer, typeof CaptureAnswerSchema>;
  imports: Same<views.ImportProgress, typeof ImportProgressSchema>;
  channel: Same<views.ChannelView, typeof ChannelViewSchema>;
  channelSecret: Same<views.ChannelSecret, typeof ChannelSecretSchema>;
  caseRow: Same<views.CaseRow, typeof CaseRowSchema>;
  caseCounts: Same<views.CaseCounts, typeof CaseCountsSchema>;
  caseDetail: Same<views.CaseDetail, typeof CaseDetailSchema>;
  conversation: Same<views.ConversationEntry, typeof ConversationEntrySchema>;
  taskRow: Same<views.TaskRow, typeof TaskRowSchema>;
  taskCounts: Same<views.TaskCounts, typeof TaskCountsSchema>;
  taskDetail: Same<views.TaskDetail, typeof TaskDetailSchema>;
  receipt: Same<views.AnswerReceipt, typeof AnswerReceiptSchema>;
  incident: Same<views.IncidentRow, typeof IncidentRowSchema>;
  group: Same<views.StuckGroup, typeof StuckGroupSchema>;
  resolved: Same<views.ResolveAnswer, typeof ResolveAnswerSchema>;
  flow: Same<views.FlowRow, typeof FlowRowSchema>;
  revision: Same<views.RevisionRow, typeof RevisionRowSchema>;
  /** What a revision holds is compared beside its own schema. */
  revisionView: Same<
    Omit<views.RevisionView, 'revision'>,
    z.ZodType<Omit<z.output<typeof RevisionViewSchema>, 'revision'>>
  >;
  release: Same<views.ReleaseRow, typeof ReleaseRowSchema>;
  activity: Same<views.ActivityRow, typeof ActivityContractSchema>;
  person: Same<views.PersonView, typeof PersonViewSchema>;
  team: Same<views.TeamView, typeof TeamViewSchema>;
  outbox: Same<views.OutboxRow, typeof OutboxRowSchema>;
  audit: Same<views.AuditRow, typeof AuditRowSchema>;
} = {
  problem: true,
  health: true,
  session: true,
  capture: true,
  imports: true,
  channel: true,
  channelSecret: true,
  caseRow: true,
  caseCounts: true,
  caseDetail: true,
  conversation: true,
  taskRow: true,
  taskCounts: true,
  taskDetail: true,
  receipt: true,
  incident: true,
  group: true,
  resolved: true,
  flow: true,
  revision: true,
  revisionView: true,
  release: true,
  activity: true,
  person: true,
  team: true,
  outbox: true,
  audit: true,
};
