import { sinceMorning } from '../story-time.ts';
import type { Dialogue } from '../script.schema.ts';
import { mentionOf, type Told } from './told.ts';

const ACT = 'linked cases';

/** Has colleagues see that two cases are one matter: the owner of the other one lets it go on there. */
export async function joinCases(told: Told, joined: Set<string>): Promise<void> {
  for (const dialogue of told.story.dialogues) {
    const { begins, joins } = dialogue;
    if (joins === undefined || joined.has(begins)) continue;
    const heardAt = told.morning.instant + sinceMorning(told.story, mentionOf(told, begins).at);
    if (heardAt + joins.after > told.now()) continue;
    const caseId = told.heard.get(begins);
    const other = told.heard.get(joins.to);
    if (caseId === undefined || other === undefined) continue;
    if (caseId === other || (await join(told, caseId, other, joins.why))) joined.add(begins);
  }
}

/** Whether a case is to go on in another, so that nothing else is done in it. */
export function isToJoin(dialogue: Dialogue | undefined): boolean {
  return dialogue?.joins !== undefined;
}

/** False: nobody can see it yet, for one of them is still being read. */
async function join({ store }: Told, caseId: string, other: string, why: string): Promise<boolean> {
  const [follower, primary] = await Promise.all([store.cases.find(caseId), store.cases.find(other)]);
  const owner = primary?.owner.person ?? null;
  if (owner === null || primary?.status === 'open' || follower?.status === 'open') return false;
  const { primaryCaseId } = await store.cases.link(caseId, other, owner);
  const { items } = await store.audit.list({ act: ACT, caseId });
  if (items.length === 0)
    await store.audit.record({ who: owner, act: ACT, caseId, subject: primaryCaseId, why });
  return true;
}
