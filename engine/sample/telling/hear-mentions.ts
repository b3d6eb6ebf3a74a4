import type { IncomingMention } from '../../../definitions/model/mention.ts';
import { incomingMention } from '../incoming.ts';
import { sinceMorning } from '../story-time.ts';
import type { Told } from './told.ts';

/** What is due once more, by channels that deliver twice. */
const AGAIN = ' again';

/** Hears whatever was said by now and was not heard: at once, as channels hand over what they have. */
export async function hearMentions(told: Told, heardAgain: Set<string>): Promise<void> {
  const { story, store, morning, heard } = told;
  const due: { readonly key: string; readonly mention: IncomingMention }[] = [];
  for (const mention of story.mentions) {
    const at = morning.instant + sinceMorning(story, mention.at);
    const incoming = incomingMention(story, mention, new Date(at).toISOString());
    if (at <= told.now() && !heard.has(mention.id)) due.push({ key: mention.id, mention: incoming });
    const again = mention.againAfter === undefined ? Infinity : at + mention.againAfter;
    if (again <= told.now() && !heardAgain.has(mention.id))
      due.push({ key: `${mention.id}${AGAIN}`, mention: incoming });
  }
  if (due.length === 0) return;
  const verdicts = await store.mentions.capture(due.map(({ mention }) => mention));
  for (const [index, { key, mention }] of due.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined || verdict.status === 'rejected' || verdict.caseId === null)
      throw new Error(`The mention ${key} of the story was not taken.`);
    if (key.endsWith(AGAIN)) heardAgain.add(mention.externalId);
    else heard.set(key, verdict.caseId);
  }
}
