import type { Mention } from '../../definitions/model/mention.ts';
import type { Store } from '../store/store.ts';

/**
 * Most characters of one reply in a case: what the channel takes on which they wrote last, since there the reply goes;
 * null for no limit.
 */
export async function replyLimitOf(store: Store, mentions: readonly Mention[]): Promise<number | null> {
  const last = mentions.findLast(({ direction }) => direction === 'inbound');
  if (last === undefined) return null;
  return (await store.channels.find(last.channel))?.longestReply ?? null;
}
