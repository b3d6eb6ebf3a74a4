import type { Mention } from '../../definitions/model/mention.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import type { ActivityContext } from '../sdk/context.ts';

/** What was said longer ago than this when it was received is history; it counts from when it was said. */
const HISTORY_AFTER_MS = 86_400_000;

export function isHistory(mention: Mention): boolean {
  return Date.parse(mention.receivedAt) - Date.parse(mention.occurredAt) > HISTORY_AFTER_MS;
}

/** When a mention counts from, in milliseconds since the epoch. */
export function countsFrom(mention: Mention): number {
  return Date.parse(isHistory(mention) ? mention.occurredAt : mention.receivedAt);
}

/** What stands in a case by the case's own time of the call. */
export interface MentionsOfCall {
  /** Of the customer, oldest first. */
  readonly inbound: readonly [Mention, ...Mention[]];
  /** Of the company, given elsewhere. */
  readonly outbound: readonly Mention[];
}

/**
 * What had been said by the time of the call: a whole thread may be stored before its run has come that far. There
 * is always an inbound one; a case without any fails with 'unknown case'.
 */
export async function mentionsOfCall({ store, call }: ActivityContext): Promise<MentionsOfCall> {
  const all = [...(await store.mentions.byCase(call.caseId))].sort((a, b) => countsFrom(a) - countsFrom(b));
  const now = Date.parse(call.at);
  const [first, ...rest] = all.filter((mention) => mention.direction === 'inbound');
  if (first === undefined) throw new ActivityProblem('unknown case', { retry: false, happened: 'no' });
  return {
    inbound: [first, ...rest.filter((mention) => countsFrom(mention) <= now)],
    outbound: all.filter((mention) => mention.direction === 'outbound' && countsFrom(mention) <= now),
  };
}

/** The last one of a list that has one. */
export function newest(mentions: MentionsOfCall['inbound']): Mention {
  return mentions[mentions.length - 1] ?? mentions[0];
}
