import type { CaptureVerdict, ChannelKind, IncomingMention } from '../../../definitions/model/mention.ts';
import { linkWithin } from '../case/link.ts';
import type { Database } from '../database.ts';
import type { CaptureOptions } from '../mentions.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction } from '../transaction.ts';
import { channelKinds } from './channel-kinds.ts';
import { checkMention, type CheckedMention } from './checked-mention.ts';
import { loadKnown } from './known.ts';
import { planCapture } from './plan.ts';
import { channelKey } from './threads.ts';
import { write } from './writes.ts';

const MOST_AT_ONCE = 1_000;
/** Mentions of one transaction: enough to spread the cost of a commit, few enough to seldom meet another. */
const PER_TRANSACTION = 250;

/** Who links two cases when a mention shows that they are one matter. */
const BY_CAPTURE = 'capture';

/** See MentionStore.capture. */
export async function capture(
  db: Database,
  batch: readonly IncomingMention[],
  options: CaptureOptions,
): Promise<readonly CaptureVerdict[]> {
  if (batch.length > MOST_AT_ONCE) {
    throw new StoreProblem(
      'refused',
      `A batch of ${batch.length} mentions is too long.`,
      `Send at most ${MOST_AT_ONCE} at once.`,
    );
  }
  const receivedAt = options.receivedAt ?? db.now();
  const verdicts = new Map<number, CaptureVerdict>();
  const checked: CheckedMention[] = [];
  for (const [index, mention] of batch.entries()) {
    const result = checkMention(mention, receivedAt);
    if ('refusal' in result) verdicts.set(index, { status: 'rejected', ...result.refusal });
    else checked.push({ index, ...result });
  }
  const { first, again } = withoutRepeats(checked);
  if (first.length > 0) {
    const kindOf = await channelKinds(
      db,
      first.map((item) => item.mention.channel),
      options.kind,
    );
    // In order of time, so that numbers follow it whatever is cut where.
    const sorted = [...first].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    for (let from = 0; from < sorted.length; from += PER_TRANSACTION) {
      const part = sorted.slice(from, from + PER_TRANSACTION);
      const answered = await capturePart(db, part, {
        receivedAt,
        importId: options.importId ?? null,
        kindOf,
      });
      for (const [index, verdict] of answered) verdicts.set(index, verdict);
    }
  }
  for (const [index, original] of again) {
    const verdict = verdicts.get(original);
    if (verdict !== undefined)
      verdicts.set(index, verdict.status === 'captured' ? { ...verdict, status: 'duplicate' } : verdict);
  }
  return batch.map((_, index) => {
    const verdict = verdicts.get(index);
    if (verdict === undefined) throw new Error('A mention of the batch got no verdict.');
    return verdict;
  });
}

interface PartCircumstances {
  readonly receivedAt: Date;
  readonly importId: string | null;
  readonly kindOf: (channel: string) => ChannelKind;
}

function capturePart(
  db: Database,
  part: readonly CheckedMention[],
  about: PartCircumstances,
): Promise<ReadonlyMap<number, CaptureVerdict>> {
  return inTransaction(db, async (session) => {
    const known = await loadKnown(db, part, session);
    const plan = planCapture(known, { ...about, newId: db.newId });
    await write(db, plan.writes, session);
    for (const { follower, primary } of plan.joins)
      await linkWithin(db, follower, primary, BY_CAPTURE, session);
    const verdicts = new Map<number, CaptureVerdict>();
    for (const { index, mention } of part) {
      const stored = known.stored.get(channelKey(mention.channel, mention.externalId));
      const captured = plan.captured.get(index);
      if (captured !== undefined) verdicts.set(index, { status: 'captured', ...captured });
      else if (stored !== undefined) {
        const isRetry = about.importId !== null && stored.importId === about.importId;
        const status = isRetry ? 'captured' : 'duplicate';
        verdicts.set(index, { status, mentionId: stored._id, caseId: stored.caseId });
      }
    }
    return verdicts;
  });
}

/** The first of each external id; the others by their place, with the place of that first one. */
function withoutRepeats(checked: readonly CheckedMention[]) {
  const firstPlace = new Map<string, number>();
  const again = new Map<number, number>();
  const first = checked.filter(({ index, mention }) => {
    const key = channelKey(mention.channel, mention.externalId);
    const place = firstPlace.get(key);
    if (place === undefined) firstPlace.set(key, index);
    else again.set(index, place);
    return place === undefined;
  });
  return { first, again };
}
