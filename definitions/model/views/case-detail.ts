/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/cases/:id | | CaseDetail |
 */
import type { JsonObject } from '../../flow/json.ts';
import type { Retry, TrailEntry } from '../case.ts';
import type { Customer, LinkEvent, Profile } from '../customer.ts';
import type { EffectEntry } from '../effect.ts';
import type { ChannelKind } from '../mention.ts';
import type { Remedy, Reply } from '../reply.ts';
import type { CaseRow, LinkedCase } from './case.ts';
import type { IncidentRow } from './incident.ts';
import type { Named } from './page.ts';
import type { TaskDetail } from './task.ts';

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
  /** Its run is at work, or should be: the way, the facts and the tasks are those of before it went on. */
  readonly owesReport: boolean;
  /** What failed and is tried again by itself; none while nothing is there to try it. */
  readonly retries: readonly RetryView[];
  /** All its tasks, newest first, each with its form. */
  readonly tasks: readonly TaskDetail[];
  readonly effects: readonly EffectEntry[];
  readonly remedies: readonly Remedy[];
  /** Where it is stuck now. */
  readonly incidents: readonly IncidentRow[];
  /** The way it took, in order; at most the latest 2,000 steps. */
  readonly trail: readonly TrailView[];
  /** When a person brought it back after it had been put aside, and why; oldest first. */
  readonly broughtBack: readonly { readonly at: string; readonly by: Named; readonly why: string | null }[];
  /** Where Temporal's own pages show its run: for engineers, where that is known. */
  readonly temporal: string | null;
  readonly primary: LinkedCase | null;
  readonly followers: readonly LinkedCase[];
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

export interface RetryView extends Retry {
  /** The step's name as drawn. */
  readonly name: string;
}

export interface TrailView extends TrailEntry {
  /** The step's name as drawn. */
  readonly name: string;
  /** Who acted, when `detail.by` names a person. */
  readonly by: Named | null;
}
