import { z } from 'zod';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { caseOfCall } from './case-of-call.ts';
import { countsFrom, mentionsOfCall } from './mentions-of-call.ts';
import { FactsSchema } from '../../definitions/reading/facts.schema.ts';
import { factsOfTexts } from '../../definitions/reading/facts-of-texts.ts';
import { wordSenseOf } from '../../definitions/reading/word-sense.ts';

/** Reads what the customer wrote and answers facts alone. 'erased' when nothing of it is left. */
export const deriveFacts = defineActivity({
  name: 'deriveFacts',
  title: 'Read the texts',
  description:
    'Language, mood, topic, flags and noise, by the word lists of the flow. Answers facts, never a text.',
  icon: 'file-search',
  input: z.strictObject({
    since: z
      .string()
      .nullish()
      .describe('Moment of our last answer: how they put it is read from what came after'),
  }),
  output: FactsSchema,
  effect: 'none',
  async run({ since }, context) {
    const [said, about, revision] = await Promise.all([
      mentionsOfCall(context),
      caseOfCall(context),
      context.revision(),
    ]);
    const left = said.inbound.filter((mention) => mention.erasedAt === undefined);
    const last = left[left.length - 1];
    if (last === undefined) throw new ActivityProblem('erased', { retry: false });
    const from = since == null ? Number.NEGATIVE_INFINITY : Date.parse(since);
    const after = left.filter((mention) => countsFrom(mention) > from);
    const latest = after.length === 0 ? [last] : after;
    const textOf = (mention: (typeof left)[number]): string =>
      [mention.subject, mention.text].filter(Boolean).join('\n');
    return factsOfTexts(
      {
        all: left.map(textOf),
        latest: latest.map(textOf),
        isReply:
          latest[0]?.id !== said.inbound[0].id ||
          said.outbound.some((answer) => countsFrom(answer) < countsFrom(last)),
        brand: about.brand,
      },
      wordSenseOf(revision.wordLists),
    );
  },
});
