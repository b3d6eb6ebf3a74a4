import { sinceMorning } from '../story-time.ts';
import type { Dialogue } from '../script.schema.ts';
import { mentionOf, type Told } from './told.ts';

const ACT = 'linked cases';

/** Has colleagues see that two cases are one matter: the owner of the other one lets it go on there. */
export function joinCases(told: Told): void {
  for (const dialogue of told.story.dialogues) {
    const { begins, joins } = dialogue;
    if (joins === undefined) continue;
    const heardAt = told.morning.instant + sinceMorning(told.story, mentionOf(told, begins).at);
    if (heardAt + joins.after > told.now()) continue;
    const caseId = told.heard.get(begins);
    const other = told.heard.get(joins.to);
    if (caseId === undefined || other === undefined || caseId === other) continue;
    told.errands.once(`join ${begins}`, () => join(told, caseId, other, joins.why));
  }
}

/** Whether a case is still to be joined to another, so that nothing else is done in it. */
export function isToJoin(dialogue: Dialogue | undefined): boolean {
  return dialogue?.joins !== undefined;
}

async function join({ store }: Told, caseId: string, other: string, why: string): Promise<void> {
  // Nobody sees what it is about while it is still being read.
  if ((await store.cases.find(caseId))?.status === 'open') throw new Error('The case is not read yet.');
  const owner = (await store.cases.find(other))?.owner.person ?? null;
  if (owner === null) throw new Error('The other case has no owner yet.');
  const { primaryCaseId } = await store.cases.link(caseId, other, owner);
  const { items } = await store.audit.list({ act: ACT, caseId });
  if (items.length > 0) return;
  await store.audit.record({ who: owner, act: ACT, caseId, subject: primaryCaseId, why });
}
