/**
 * What the pages, the command line and other programs are told over HTTP: the shape of every answer of `/api`.
 * Plain types; the schemas that check them at the border stand in engine/api/<resource>.schema.ts, and a compile-time
 * check there keeps both the same. Instants are ISO 8601 in UTC. Ids are random and mean nothing.
 *
 * Signed in: the cookie `earshot` (from GET /sign-in?token=…) or `Authorization: Bearer …`. Every request that
 * changes something needs a JSON body (`content-type: application/json`) or the header `x-earshot: 1`.
 * A refusal is a Problem with `content-type: application/problem+json`, whatever the route.
 * Lists: `?limit=` 1–200 (50 if absent), `?cursor=` the `next` of the page before; newest or most urgent first.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/health (no sign-in) | | Health |
 * | GET  /api/openapi.json (no sign-in) | | OpenAPI 3.1 |
 * | GET  /api/session | | Session |
 * | POST /api/sign-out | | 204 |
 * | GET  /sign-in | ?token= | 303 to / with the cookie, or a page that says why not |
 * | POST /api/mentions | { mentions: IncomingMention[] (1–1,000), importId? } or one IncomingMention | CaptureAnswer |
 * | GET  /api/channels | | ChannelView[] |
 * | PUT  /api/channels/:channel | { kind } | ChannelSecret |
 * | POST /api/channels/:channel/webhook (signed, no sign-in) | CloudEvents 1.0 or plain JSON | CaptureAnswer |
 * | GET  /api/imports/:importId | | ImportProgress |
 * | GET  /api/cases | CaseFilter + limit, cursor | Page<CaseRow> |
 * | GET  /api/cases/counts | | CaseCounts |
 * | GET  /api/cases/:id | | CaseDetail |
 * | POST /api/cases/:id/link | { primaryCaseId } | CaseRow (of the follower) |
 * | POST /api/cases/:id/cancel | { why } | 204 |
 * | GET  /api/tasks | TaskFilter + limit, cursor | Page<TaskRow> |
 * | GET  /api/tasks/counts | | TaskCounts |
 * | GET  /api/tasks/:id | | TaskDetail |
 * | POST /api/tasks/:id/take | { version } | TaskDetail |
 * | POST /api/tasks/:id/give-back | { version } | TaskDetail |
 * | POST /api/tasks/:id/hand-over | { version, person? , team? , why? } (one of person, team) | TaskDetail |
 * | POST /api/tasks/:id/answer | { version, answers } (by field name; a text field holds the text itself) | AnswerReceipt |
 * | GET  /api/incidents/groups | | StuckGroup[] |
 * | GET  /api/incidents | ?kind= &code= &flow= &node= &caseId= + limit, cursor | Page<IncidentRow> |
 * | POST /api/incidents/resolve | ResolveIncidents | ResolveAnswer |
 * | GET  /api/flows | | FlowRow[] |
 * | GET  /api/flows/:flowId/revisions | | RevisionRow[] (newest first) |
 * | POST /api/flows/:flowId/revisions | { revision: Revision, why } | 201 RevisionRow; 422 Problem with `issues` |
 * | GET  /api/flows/:flowId/releases | | ReleaseRow[] (newest first) |
 * | POST /api/flows/:flowId/releases | { hash, why } | 201 ReleaseRow |
 * | GET  /api/revisions/:hash | | RevisionView (never changes: cached for ever) |
 * | GET  /api/activities | | ActivityRow[] |
 * | GET  /api/people | | PersonView[] |
 * | PUT  /api/people/:id | Person without id | PersonView |
 * | GET  /api/teams | | TeamView[] |
 * | PUT  /api/teams/:id | Team without id | TeamView |
 * | GET  /api/outbox | limit, cursor | Page<OutboxRow> |
 * | GET  /api/audit | ?caseId= &who= &act= + limit, cursor | Page<AuditRow> |
 * | GET  /api/changes | server-sent events | event `ready` once, then `change` with data ChangeEvent; a comment every 15 s |
 *
 * Problem codes a page may want to tell apart: 'not signed in' (401), 'not allowed' (403), 'not found' (404),
 * 'stale' (409, somebody changed or answered it meanwhile), 'closed' (409), 'invalid' (400, with `errors`),
 * 'ill-formed' (422, the run refused the answers, with `errors`), 'too large' (413), 'too many requests' (429),
 * 'store down' (503), 'runs down' (503: Temporal does not answer).
 */
import type { ActivityContract } from '../activity/contract.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import type { Revision } from '../flow/revision.ts';
import type { FormField } from '../flow/user-task.ts';
import type { BrokenStep, CaseStatus, Position, TrailEntry } from './case.ts';
import type { Customer, LinkEvent, Profile } from './customer.ts';
import type { EffectEntry } from './effect.ts';
import type { CaptureVerdict, ChannelKind } from './mention.ts';
import type { Person, Team } from './people.ts';
import type { Remedy, Reply } from './reply.ts';
import type { Task } from './task.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back as `cursor` for what follows; null at the end. */
  readonly next: string | null;
}

/** Something with a name, by its id. The name is '' when the thing is gone. */
export type Named = { readonly id: string; readonly name: string };

/** RFC 9457, with what to do about it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly whatToDo: string;
  readonly errors?: readonly FieldError[];
  /** With a refused revision: what `definitions/check` found. */
  readonly issues?: readonly JsonObject[];
}
export type FieldError = { readonly field: string; readonly reason: string };

export type Health = {
  readonly up: true;
  readonly temporal: boolean;
  readonly store: boolean;
  readonly version: string;
};
export type Session = { readonly person: PersonView; readonly version: string };

export type CaptureAnswer = { readonly verdicts: readonly CaptureVerdict[] };
export type ChannelView = { readonly name: string; readonly kind: ChannelKind };
/** With what its senders sign webhooks; for engineers and admins. */
export type ChannelSecret = ChannelView & { readonly webhook: string; readonly secret: string };

/** settled: cases that stand at a wait, a person, stuck or an end, and have seen all that arrived. lost: mentions not seen. */
export interface ImportProgress {
  readonly mentions: number;
  readonly conversations: number;
  readonly cases: number;
  readonly settled: number;
  readonly lost: number;
  readonly incidents: number;
}

/** All of these may be absent; several values of one filter are repeated (`status=open&status=person`). */
export interface CaseFilter {
  readonly status?: readonly CaseStatus[];
  readonly team?: string;
  /** An id, or 'me'. */
  readonly person?: string;
  readonly channel?: string;
  readonly brand?: string;
  readonly brokenStep?: BrokenStep;
  readonly ownError?: boolean;
  readonly outcome?: string;
  readonly region?: string;
  readonly priority?: string;
  readonly dueBefore?: string;
  readonly revision?: string;
  /** Stands at this node of this flow now. */
  readonly node?: string;
  readonly customerId?: string;
  readonly importId?: string;
  readonly sort?: 'changed' | 'opened' | 'due';
}

/** Where a case stands, with the step's name as drawn in its own revision. */
export interface PositionView extends Position {
  readonly name: string;
  readonly lane: string | null;
}

export interface CaseRow {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly channel: string;
  readonly status: CaseStatus;
  readonly outcome: string | null;
  readonly owner: { readonly team: Named | null; readonly person: Named | null };
  readonly region: string | null;
  readonly priority: string | null;
  readonly dueAt: string | null;
  readonly brokenStep: BrokenStep | null;
  readonly ownError: boolean | null;
  readonly primaryCaseId: string | null;
  /** It came in as history: nothing is sent to anyone, nobody is escalated. */
  readonly history: boolean;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string | null;
  readonly positions: readonly PositionView[];
}

export interface CaseCounts {
  readonly byStatus: { readonly [status in CaseStatus]: number };
  /** How many open cases stand at each step. */
  readonly byNode: readonly { readonly flow: string; readonly node: string; readonly count: number }[];
}

export interface CaseDetail extends CaseRow {
  /** The drawing it is pinned to; null until its run has begun. */
  readonly revision: (Named & { readonly hash: string; readonly number: number }) | null;
  /** Mentions and replies of all its conversations, oldest first. */
  readonly conversation: readonly ConversationEntry[];
  readonly profiles: readonly Profile[];
  readonly customer: Customer | null;
  /** Why we say that it is this customer, oldest first. */
  readonly links: readonly LinkEvent[];
  readonly facts: JsonObject;
  /** All its tasks, newest first, each with its form. */
  readonly tasks: readonly TaskDetail[];
  readonly effects: readonly EffectEntry[];
  readonly remedies: readonly Remedy[];
  /** Where it is stuck now. */
  readonly incidents: readonly IncidentRow[];
  /** The way it took, in order; at most the latest 2,000 steps. */
  readonly trail: readonly TrailView[];
  readonly primary: Named | null;
  readonly followers: readonly Named[];
}

/** What somebody said (mention) or the company said (reply). A text that was erased is null. */
export type ConversationEntry =
  | {
      readonly what: 'mention';
      readonly id: string;
      readonly conversationId: string;
      readonly channel: string;
      readonly kind: ChannelKind;
      readonly author: {
        readonly profileId: string;
        readonly name: string | null;
        readonly handle: string | null;
      };
      readonly text: string | null;
      readonly subject: string | null;
      readonly url: string | null;
      readonly at: string;
      readonly receivedAt: string;
    }
  | {
      readonly what: 'reply';
      readonly id: string;
      readonly conversationId: string;
      readonly channel: string;
      readonly kind: Reply['kind'];
      readonly status: Reply['status'];
      readonly reason: string | null;
      readonly by: Named | null;
      readonly text: string | null;
      readonly at: string;
    };

export interface TrailView extends TrailEntry {
  /** The step's name as drawn. */
  readonly name: string;
  /** Who acted, when `detail.by` names a person. */
  readonly by: Named | null;
}

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

export interface IncidentRow {
  readonly id: string;
  readonly case: Named & { readonly channel: string; readonly brand: string };
  readonly kind: string;
  readonly code: string;
  /** For the author of the flow; never a person's text. */
  readonly message: string;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly nodeName: string;
  readonly at: string;
  /** Ways out of the step by port, for 'skip'. */
  readonly ports: readonly { readonly port: string; readonly name: string }[];
  /** Variables of the flow, for 'correct'. */
  readonly variables: readonly { readonly name: string; readonly type: string; readonly value: Json }[];
}
/** Incidents of one cause. */
export interface StuckGroup {
  readonly kind: string;
  readonly code: string;
  readonly flow: string;
  readonly node: string;
  readonly nodeName: string;
  readonly count: number;
  readonly oldestAt: string;
}
export interface ResolveIncidents {
  /** 1–200 ids. */
  readonly incidents: readonly string[];
  readonly way: 'retry' | 'correct' | 'skip' | 'cancel';
  /** With 'correct'. */
  readonly variables?: JsonObject;
  /** With 'skip': what the step is taken to have answered. */
  readonly value?: Json;
  /** With 'skip' of a step with several ways out. */
  readonly port?: string;
  readonly why: string;
}
export interface ResolveAnswer {
  readonly resolved: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string; readonly reason: string }[];
}

export interface FlowRow {
  readonly id: string;
  readonly name: string;
  readonly revisions: number;
  readonly live: ReleaseRow | null;
  readonly newest: RevisionRow;
}
export interface RevisionRow {
  readonly hash: string;
  readonly flowId: string;
  readonly name: string;
  readonly number: number;
  readonly by: Named;
  readonly at: string;
  readonly why: string;
  readonly live: boolean;
}
export interface RevisionView extends Omit<RevisionRow, 'live'> {
  readonly revision: Revision;
}
export type ReleaseRow = Pick<RevisionRow, 'flowId' | 'hash' | 'number' | 'by' | 'at' | 'why'>;
export type ActivityRow = ActivityContract;

export type PersonView = Omit<Person, 'team' | 'lead'> & {
  readonly team: Named;
  readonly lead: Named | null;
};
export type TeamView = Omit<Team, 'lead'> & { readonly lead: Named | null; readonly members: number };

/** A reply that the outbox channel keeps. */
export interface OutboxRow {
  readonly id: string;
  readonly case: Named;
  readonly channel: string;
  readonly kind: Reply['kind'];
  readonly status: Reply['status'];
  readonly text: string | null;
  readonly by: Named | null;
  readonly at: string;
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly who: Named;
  /** What was done, in plain words: 'answered a task', 'released a revision'. */
  readonly act: string;
  readonly case: Named | null;
  readonly subject: string | null;
  readonly detail: JsonObject;
  readonly why: string | null;
}

/** Something changed; ask again about it. 'everything': changes were missed, ask again about all that is shown. */
export type ChangeEvent =
  | {
      readonly kind: 'case' | 'task' | 'incident' | 'mention' | 'reply';
      readonly id: string;
      readonly caseId: string | null;
    }
  | { readonly kind: 'everything' };
