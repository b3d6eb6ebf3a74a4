import type { z } from 'zod';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import type { CaseCandidate, CaseCounts, CaseRow, CaseValues } from '../../definitions/model/views/case.ts';
import type { CaseDetail, ConversationEntry } from '../../definitions/model/views/case-detail.ts';
import type {
  ActivityRow,
  DraftRow,
  DraftView,
  FlowRow,
  ReleaseRow,
  RevisionRow,
  RevisionView,
} from '../../definitions/model/views/flow.ts';
import type {
  GroupAct,
  IncidentRow,
  ResolveAnswer,
  StuckGroup,
} from '../../definitions/model/views/incident.ts';
import type {
  CaptureAnswer,
  ChannelSecret,
  ChannelView,
  ImportProgress,
} from '../../definitions/model/views/mention.ts';
import type { CallChoices, CallReceipt, LoggedCall } from '../../definitions/model/views/logged-call.ts';
import type { NoiseRow } from '../../definitions/model/views/noise.ts';
import type { OutboxRow } from '../../definitions/model/views/outbox.ts';
import type { PersonView, TeamView } from '../../definitions/model/views/people.ts';
import type { Problem } from '../../definitions/model/views/problem.ts';
import type { Health, Session } from '../../definitions/model/views/session.ts';
import type { Today } from '../../definitions/model/views/today.ts';
import type { AnswerReceipt, TaskCounts, TaskDetail, TaskRow } from '../../definitions/model/views/task.ts';
import type { CustomerCard, WhoQuestion } from '../../definitions/model/views/who.ts';
import type { ActivityContractSchema } from '../../definitions/flow/revision.schema.ts';
import type { AuditRowSchema } from '../../engine/api/audit.schema.ts';
import type { CaseDetailSchema } from '../../engine/api/case-detail.schema.ts';
import type { CaseCandidateSchema } from '../../engine/api/case-links.schema.ts';
import type { CaseCountsSchema, CaseRowSchema, CaseValuesSchema } from '../../engine/api/case.schema.ts';
import type { ChannelSecretSchema, ChannelViewSchema } from '../../engine/api/channel.schema.ts';
import type { ConversationEntrySchema, OutboxRowSchema } from '../../engine/api/conversation.schema.ts';
import type { CustomerCardSchema } from '../../engine/api/customer.schema.ts';
import type { WhoQuestionSchema } from '../../engine/api/who.schema.ts';
import type { DraftRowSchema, DraftViewSchema } from '../../engine/api/draft.schema.ts';
import type {
  FlowRowSchema,
  ReleaseRowSchema,
  RevisionRowSchema,
  RevisionViewSchema,
} from '../../engine/api/flow.schema.ts';
import type {
  GroupActSchema,
  IncidentRowSchema,
  ResolveAnswerSchema,
  StuckGroupSchema,
} from '../../engine/api/incident.schema.ts';
import type { CaptureAnswerSchema, ImportProgressSchema } from '../../engine/api/mention.schema.ts';
import type {
  CallChoicesSchema,
  CallReceiptSchema,
  LoggedCallSchema,
} from '../../engine/api/logged-call.schema.ts';
import type { NoiseRowSchema } from '../../engine/api/noise.schema.ts';
import type { PersonViewSchema, TeamViewSchema } from '../../engine/api/people.schema.ts';
import type { ProblemSchema } from '../../engine/api/problem.schema.ts';
import type { HealthSchema, SessionSchema } from '../../engine/api/session.schema.ts';
import type { TodaySchema } from '../../engine/api/today.schema.ts';
import type {
  AnswerReceiptSchema,
  TaskCountsSchema,
  TaskDetailSchema,
  TaskRowSchema,
} from '../../engine/api/task.schema.ts';

/**
 * The compiler's proof that what `definitions/model/views` promises and what the API's schemas write are the same
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
  problem: Same<Problem, typeof ProblemSchema>;
  health: Same<Health, typeof HealthSchema>;
  session: Same<Session, typeof SessionSchema>;
  capture: Same<CaptureAnswer, typeof CaptureAnswerSchema>;
  imports: Same<ImportProgress, typeof ImportProgressSchema>;
  channel: Same<ChannelView, typeof ChannelViewSchema>;
  channelSecret: Same<ChannelSecret, typeof ChannelSecretSchema>;
  caseRow: Same<CaseRow, typeof CaseRowSchema>;
  caseCandidate: Same<CaseCandidate, typeof CaseCandidateSchema>;
  caseCounts: Same<CaseCounts, typeof CaseCountsSchema>;
  caseValues: Same<CaseValues, typeof CaseValuesSchema>;
  caseDetail: Same<CaseDetail, typeof CaseDetailSchema>;
  conversation: Same<ConversationEntry, typeof ConversationEntrySchema>;
  today: Same<Today, typeof TodaySchema>;
  taskRow: Same<TaskRow, typeof TaskRowSchema>;
  taskCounts: Same<TaskCounts, typeof TaskCountsSchema>;
  taskDetail: Same<TaskDetail, typeof TaskDetailSchema>;
  receipt: Same<AnswerReceipt, typeof AnswerReceiptSchema>;
  incident: Same<IncidentRow, typeof IncidentRowSchema>;
  group: Same<StuckGroup, typeof StuckGroupSchema>;
  resolved: Same<ResolveAnswer, typeof ResolveAnswerSchema>;
  groupAct: Same<GroupAct, typeof GroupActSchema>;
  callChoices: Same<CallChoices, typeof CallChoicesSchema>;
  loggedCall: Same<LoggedCall, typeof LoggedCallSchema>;
  callReceipt: Same<CallReceipt, typeof CallReceiptSchema>;
  noise: Same<NoiseRow, typeof NoiseRowSchema>;
  flow: Same<FlowRow, typeof FlowRowSchema>;
  draft: Same<DraftRow, typeof DraftRowSchema>;
  draftView: Same<Omit<DraftView, 'revision'>, z.ZodType<Omit<z.output<typeof DraftViewSchema>, 'revision'>>>;
  revision: Same<RevisionRow, typeof RevisionRowSchema>;
  /** What a revision holds is compared beside its own schema. */
  revisionView: Same<
    Omit<RevisionView, 'revision'>,
    z.ZodType<Omit<z.output<typeof RevisionViewSchema>, 'revision'>>
  >;
  release: Same<ReleaseRow, typeof ReleaseRowSchema>;
  activity: Same<ActivityRow, typeof ActivityContractSchema>;
  person: Same<PersonView, typeof PersonViewSchema>;
  team: Same<TeamView, typeof TeamViewSchema>;
  outbox: Same<OutboxRow, typeof OutboxRowSchema>;
  audit: Same<AuditRow, typeof AuditRowSchema>;
  whoQuestion: Same<WhoQuestion, typeof WhoQuestionSchema>;
  customerCard: Same<CustomerCard, typeof CustomerCardSchema>;
} = {
  problem: true,
  health: true,
  session: true,
  capture: true,
  imports: true,
  channel: true,
  channelSecret: true,
  caseRow: true,
  caseCandidate: true,
  caseCounts: true,
  caseValues: true,
  caseDetail: true,
  conversation: true,
  today: true,
  taskRow: true,
  taskCounts: true,
  taskDetail: true,
  receipt: true,
  incident: true,
  group: true,
  resolved: true,
  groupAct: true,
  callChoices: true,
  loggedCall: true,
  callReceipt: true,
  noise: true,
  flow: true,
  draft: true,
  draftView: true,
  revision: true,
  revisionView: true,
  release: true,
  activity: true,
  person: true,
  team: true,
  outbox: true,
  audit: true,
  whoQuestion: true,
  customerCard: true,
};
