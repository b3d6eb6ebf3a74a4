import { randomBytes } from 'node:crypto';
import type { ChannelSecret, ChannelView } from '../../definitions/model/views/mention.ts';
import type { Store } from '../store/store.ts';
import {
  ChannelBodySchema,
  ChannelParams,
  ChannelSecretSchema,
  ChannelViewSchema,
} from './channel.schema.ts';
import type { Deps } from './deps.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function channelRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listChannels',
      summary: 'The channels of this installation',
      method: 'get',
      path: '/api/channels',
      access: 'signed in',
      answer: ChannelViewSchema.array(),
      handle: (): Promise<readonly ChannelView[]> => store.channels.list(),
    }),
    defineRoute({
      id: 'putChannel',
      summary: 'Declares a channel; answers the secret that its webhooks are signed with',
      method: 'put',
      path: '/api/channels/:channel',
      access: ['engineer'],
      params: ChannelParams,
      body: ChannelBodySchema,
      answer: ChannelSecretSchema,
      async handle({ params, body, caller }): Promise<ChannelSecret> {
        await store.channels.declare({ name: params.channel, ...body });
        const channel = await store.channels.find(params.channel);
        if (channel === null) throw new Error('A channel that was declared is not there.');
        const secret = await store.secrets.ensure(
          secretName(channel.name),
          randomBytes(32).toString('base64url'),
        );
        await store.audit.record({
          who: caller.person.id,
          act: 'declared a channel',
          subject: channel.name,
          detail: { kind: channel.kind, longestReply: channel.longestReply },
        });
        return { ...channel, webhook: `/api/channels/${channel.name}/webhook`, secret };
      },
    }),
  ];
}

/** What the channel's webhooks are signed with; null for a channel that takes none. */
export function webhookSecret(store: Store, channel: string): Promise<string | null> {
  return store.secrets.get(secretName(channel));
}

function secretName(channel: string): string {
  return `webhook/${channel}`;
}
