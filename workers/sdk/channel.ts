import type { ChannelKind } from '../../definitions/model/mention.ts';
import type { Reply } from '../../definitions/model/reply.ts';
import type { ReplyWay } from '../../definitions/model/reply-length.ts';

/** A reply on its way out. `key` is the same for every attempt; `to` is whom the channel knows it goes to. */
export interface Outgoing {
  readonly key: string;
  readonly reply: Reply;
  readonly way: ReplyWay;
  /** External id of what it answers, and of the thread; null where the channel has none. */
  readonly inReplyTo: string | null;
  readonly threadId: string | null;
}

export interface Sent {
  readonly externalId: string;
}

/**
 * A way to answer people. `guarantee` says what can be known of a message after a doubt: keyed (a repeated key is
 * refused over there), searchable (`search` finds it by its key), once (nobody can tell).
 */
export type Channel = {
  /** Name of the channel as mentions carry it. */
  readonly name: string;
  readonly kind: ChannelKind;
  readonly send: (message: Outgoing) => Promise<Sent>;
} & (
  | { readonly guarantee: 'keyed' | 'once' }
  | { readonly guarantee: 'searchable'; readonly search: (key: string) => Promise<Sent | null> }
);

/** Checks what an engineer wrote down of a channel; throws at start on an empty name. */
export function defineChannel(channel: Channel): Channel {
  if (channel.name.trim() === '') throw new Error('A channel needs a name.');
  return channel;
}

/** Channels by name, and what stands in for one that cannot answer by itself. */
export interface ChannelRegistry {
  forSending(name: string): Channel;
}

/** A channel not among `channels` is answered through `otherwise`. Throws on a name given twice. */
export function channelRegistry(channels: readonly Channel[], otherwise: Channel): ChannelRegistry {
  const byName = new Map<string, Channel>();
  for (const channel of channels) {
    if (byName.has(channel.name)) throw new Error(`Two channels are named '${channel.name}'.`);
    byName.set(channel.name, channel);
  }
  return { forSending: (name) => byName.get(name) ?? otherwise };
}
