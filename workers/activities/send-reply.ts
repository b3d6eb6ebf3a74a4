import { z } from 'zod';
import type { Mention } from '../../definitions/model/mention.ts';
import type { Reply } from '../../definitions/model/reply.ts';
import { REPLY_WAYS } from '../../definitions/model/reply-length.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import type { Channel, Outgoing } from '../sdk/channel.ts';
import type { ActivityContext } from '../sdk/context.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import type { Act } from '../sdk/ledger.ts';
import { isHistory, mentionsOfCall, newest } from './mentions-of-call.ts';
import { languageOf } from '../../definitions/reading/language.ts';
import { readText } from '../../definitions/reading/tokens.ts';
import { wordSenseOf } from '../../definitions/reading/word-sense.ts';
import { wordingFor } from './wording.ts';

const OutputSchema = z.object({ sent: z.boolean(), replyId: z.string() });
type Output = z.infer<typeof OutputSchema>;

/** Answers where they wrote, or by a private way. History is not answered: the reply is kept as suppressed. */
export const sendReply = defineActivity({
  name: 'sendReply',
  title: 'Send a reply',
  description:
    'Answers on the channel they wrote on, or moves to a private way. What is history is never answered.',
  icon: 'send',
  input: z.strictObject({
    kind: z.enum(['answer', 'thanks', 'satisfaction question']),
    text: z.string().nullish().describe('Text to send; none: what the wording lists say for this kind'),
    correction: z.string().nullish().describe('Text that takes the place of the first one, if there is one'),
    way: z.enum(REPLY_WAYS).nullish(),
    by: z.string().nullish().describe('Person who wrote it; nobody: Earshot says it by itself'),
  }),
  output: OutputSchema,
  effect: 'searchable',
  errors: ['no wording', 'unknown effect', 'unknown case'],
  async run({ kind, text, correction, way, by }, context) {
    const { store, call, key } = context;
    const mention = newest((await mentionsOfCall(context)).inbound);
    // Who was erased is not written to any more. What went out before stands in the ledger, and is told as it was.
    if (mention.erasedAt !== undefined && (await store.effects.find(key)) === null)
      throw new ActivityProblem('erased', { retry: false, happened: 'no' });
    const channel = context.channels.forSending(mention.channel);
    const wording = await textOf(context, correction ?? text ?? null, kind, mention);
    const draft = {
      key,
      caseId: call.caseId,
      conversationId: mention.conversationId,
      channel: mention.channel,
      text: wording,
      kind,
      by: by ?? null,
    };
    if (isHistory(mention)) {
      const reply = await store.replies.create({ ...draft, status: 'suppressed', reason: 'history' });
      await store.effects.suppressed(key, { caseId: call.caseId, activity: call.activity });
      return { sent: false, replyId: reply.id };
    }
    const reply = await store.replies.create({ ...draft, status: 'draft' });
    const conversation = await store.conversations.find(mention.conversationId);
    const sent = await context.effect(
      sending(channel, reply, {
        key,
        reply,
        way: way ?? 'here',
        inReplyTo: mention.externalId,
        threadId: conversation?.threadId ?? null,
      }),
    );
    if (sent === null) return { sent: false, replyId: reply.id };
    return sent;
  },
});

/** Sending as an act of the ledger: whatever became of it, the reply says so in the end. */
function sending(channel: Channel, reply: Reply, outgoing: Outgoing): Act<Output> {
  const sent = ({ externalId }: { externalId: string }): { externalId: string; output: Output } => ({
    externalId,
    output: { sent: true, replyId: reply.id },
  });
  const perform = async (): Promise<{ externalId: string; output: Output }> =>
    sent(await channel.send(outgoing));
  const recall = (output: unknown): Output => OutputSchema.parse(output);
  if (channel.guarantee !== 'searchable') return { kind: channel.guarantee, recall, perform };
  const search = async (key: string): Promise<{ externalId: string; output: Output } | null> => {
    const found = await channel.search(key);
    return found === null ? null : sent(found);
  };
  return { kind: 'searchable', recall, perform, search };
}

async function textOf(
  context: ActivityContext,
  textId: string | null,
  kind: Reply['kind'],
  mention: Mention,
): Promise<string> {
  if (textId !== null) {
    const stored = await context.store.texts.get(textId);
    if (stored === null || 'erased' in stored)
      throw new ActivityProblem('erased', { retry: false, happened: 'no' });
    return stored.text;
  }
  if (mention.erasedAt !== undefined) throw new ActivityProblem('erased', { retry: false, happened: 'no' });
  const revision = await context.revision();
  const language = languageOf(mention.text, readText(mention.text).tokens, wordSenseOf(revision.wordLists));
  return wordingFor(revision, kind, language);
}
