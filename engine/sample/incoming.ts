import type { IncomingMention } from '../../definitions/model/mention.ts';
import type { StoryMention } from './mention.schema.ts';
import type { Say } from './script.schema.ts';
import type { Story } from './story.ts';

/** A mention of the story as its channel hands it over, said at `at` (ISO 8601). */
export function incomingMention({ company }: Story, mention: StoryMention, at: string): IncomingMention {
  const { id, channel, author, text, subject, url } = mention;
  const { followers, ...known } = author;
  return {
    channel,
    externalId: id,
    direction: 'inbound',
    author: { externalId: authorId(mention), ...known },
    text,
    ...(subject === undefined ? {} : { subject }),
    ...(url === undefined ? {} : { url }),
    ...(followers === undefined ? {} : { extra: { followers } }),
    brand: company.brand,
    occurredAt: at,
  };
}

/** What a customer says later, in the thread of `mention`, as their `n`th word in the case. */
export function incomingSay(
  story: Story,
  mention: StoryMention,
  say: Say,
  n: number,
  at: string,
): IncomingMention {
  const { subject: _subject, url: _url, ...first } = incomingMention(story, mention, at);
  return { ...first, externalId: `${mention.id}.${n}`, inReplyTo: mention.id, text: say.text };
}

/** By what the channel knows the author. */
export function authorId({ author }: StoryMention): string {
  return author.handle ?? author.email ?? author.phone ?? author.name;
}
