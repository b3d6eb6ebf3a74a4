import type { Reply } from '../../../definitions/model/reply.ts';
import { incomingSay } from '../incoming.ts';
import type { Dialogue, Say } from '../script.schema.ts';
import type { RepliesSent } from './replies-sent.ts';
import { mentionOf, type Told } from './told.ts';
import { wasGivenUp } from './stuck-runs.ts';

/** Something a customer says at an instant of the story, as their `n`th word in the case. */
interface DueSay {
  readonly say: Say;
  readonly n: number;
  readonly at: number;
}

/** Lets customers say what our replies bring about. Answers whether any has something to say that is not said yet. */
export async function customersSpeak(told: Told, sent: RepliesSent, said: Set<string>): Promise<boolean> {
  let isMore = false;
  for (const dialogue of told.story.dialogues) {
    const caseId = told.heard.get(dialogue.begins);
    if (caseId === undefined || dialogue.joins !== undefined) continue;
    const unsaid = saysOf(dialogue, sent.ofCase(caseId)).filter(({ n }) => !said.has(keyOf(dialogue, n)));
    if (unsaid.length === 0) continue;
    if (dialogue.stuck !== undefined && (await wasGivenUp(told, caseId))) continue;
    isMore = true;
    for (const due of unsaid) {
      if (due.at > told.now()) continue;
      await speak(told, dialogue, due);
      said.add(keyOf(dialogue, due.n));
    }
  }
  return isMore;
}

const keyOf = ({ begins }: Dialogue, n: number): string => `${begins} ${n}`;

async function speak(told: Told, { begins }: Dialogue, { say, n, at }: DueSay): Promise<void> {
  const mention = mentionOf(told, say.to ?? begins);
  const incoming = incomingSay(told.story, mention, say, n, new Date(at).toISOString());
  const [verdict] = await told.store.mentions.capture([incoming]);
  if (verdict === undefined || verdict.status === 'rejected')
    throw new Error(`What the customer of ${begins} says was not taken.`);
}

/** All that is said to these replies; the nth answer is the reply of the nth turn. */
function saysOf({ turns }: Dialogue, replies: readonly Reply[]): readonly DueSay[] {
  const answers = replies.filter(({ kind }) => kind === 'answer');
  const questions = replies.filter(({ kind }) => kind === 'satisfaction question');
  const says: DueSay[] = [];
  let n = 0;
  for (const [index, { customer, whenAsked }] of turns.entries()) {
    const answer = answers[index];
    const next = answers[index + 1];
    const isToIt = ({ at }: Reply): boolean =>
      answer !== undefined && at > answer.at && (next === undefined || at < next.at);
    const question = questions.find(isToIt);
    for (const say of customer) {
      n += 1;
      if (answer !== undefined) says.push({ say, n, at: Date.parse(answer.at) + say.after });
    }
    if (whenAsked === undefined) continue;
    n += 1;
    if (question !== undefined)
      says.push({ say: whenAsked, n, at: Date.parse(question.at) + whenAsked.after });
  }
  return says;
}
