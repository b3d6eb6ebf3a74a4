import type { CheckedMention } from './checked-mention.ts';

/** A key of something that a channel names by an id; no channel name holds a NUL. */
export function channelKey(channel: string, id: string): string {
  return `${channel}\0${id}`;
}

/** Key of a thread that the channel itself names. */
export function namedThread(threadId: string): string {
  return `thread ${threadId}`;
}

/** Key of a thread that is known by the mention it began with, stored or not. */
export function rootThread(externalId: string): string {
  return `root ${externalId}`;
}

/** External id of what a mention answers, if that decides its thread: a thread id of the channel's own goes before. */
export function deciding(mention: CheckedMention['mention']): string | undefined {
  const { threadId, inReplyTo, externalId } = mention;
  return threadId === undefined && inReplyTo !== externalId ? inReplyTo : undefined;
}

/**
 * The thread of each mention, in the order given: the one its channel names; else that of the mention it answers,
 * in the batch or stored (`threadOfStored`, by channel and external id); else one known by the unknown parent's id;
 * else one of its own. Mentions that answer each other in a circle share one.
 */
export function threadsOf(
  batch: readonly CheckedMention[],
  threadOfStored: (channel: string, externalId: string) => string | undefined,
): readonly string[] {
  const inBatch = new Map(
    batch.map((item) => [channelKey(item.mention.channel, item.mention.externalId), item]),
  );
  const known = new Map<CheckedMention, string>();

  function threadOf(start: CheckedMention): string {
    const path: CheckedMention[] = [];
    let thread: string | undefined;
    for (let item = start; thread === undefined;) {
      const before = known.get(item);
      const circle = path.indexOf(item);
      if (before !== undefined) thread = before;
      else if (circle >= 0) thread = rootThread(smallest(path.slice(circle)));
      else {
        path.push(item);
        const { channel, externalId, threadId } = item.mention;
        const parentId = deciding(item.mention);
        const parent = parentId === undefined ? undefined : inBatch.get(channelKey(channel, parentId));
        if (parent !== undefined) item = parent;
        else if (threadId !== undefined) thread = namedThread(threadId);
        else if (parentId === undefined) thread = rootThread(externalId);
        else thread = threadOfStored(channel, parentId) ?? rootThread(parentId);
      }
    }
    for (const item of path) known.set(item, thread);
    return thread;
  }
  return batch.map(threadOf);
}

function smallest(circle: readonly CheckedMention[]): string {
  return circle.map((item) => item.mention.externalId).reduce((a, b) => (a < b ? a : b));
}
