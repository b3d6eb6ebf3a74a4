import type { ClientSession } from 'mongoose';
import { areSameScenarios } from '../../definitions/scenario/changed-scenarios.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Database } from './database.ts';
import { bornOf, takeDraftAway } from './drafts.ts';
import { StoreProblem } from './problem.ts';
import type { HeldPublish } from './publish-requests.ts';
import { addRelease } from './releases.ts';
import { putRevision, type RevisionRecord } from './revisions.ts';
import { changeStories } from './stories.ts';

/**
 * Publishes what is held, as a part of a transaction, in the name of who asked and of who approved. The draft that it
 * was taken from goes if it still is what was asked for. 'unfit' when something else stands by now.
 */
export async function carryOut(
  db: Database,
  session: ClientSession,
  held: HeldPublish,
  approvedBy: string,
): Promise<RevisionRecord> {
  const { flow, revision, scenarios, wants, by, why } = held;
  if (await isOvertaken(db, session, held)) throw overtaken();
  const draft = await draftOf(db, session, held);
  const about = { flow, by, why, approvedBy, ...(draft === undefined ? {} : { draft }) };
  const put = await putRevision(db, session, revision, {
    author: by,
    why,
    ...(scenarios === null || wants === 'stories' ? {} : { scenarios }),
  });
  if (wants === 'live revision') await addRelease(db, session, { ...about, hash: put.hash });
  if (wants === 'stories')
    await changeStories(db, session, { ...about, hash: put.hash, scenarios: scenarios ?? {} });
  return put;
}

/** Whether what it was held against is not what stands: another revision is live, or other stories stand beside it. */
export async function isOvertaken(
  db: Database,
  session: ClientSession,
  { flow, base }: Pick<HeldPublish, 'flow' | 'base'>,
): Promise<boolean> {
  const { releases, revisions } = db.models;
  const live = await releases.findOne({ flow }).sort({ n: -1 }).session(session).lean();
  if ((live?.hash ?? null) !== (base.isLive ? base.hash : null)) return true;
  if (base.hash === null) return false;
  const doc = await revisions.findById(base.hash).select({ scenarios: 1 }).session(session).lean();
  const stand: Scenarios = JSON.parse(doc?.scenarios ?? '{}');
  return !areSameScenarios(stand, base.scenarios);
}

function overtaken(): StoreProblem {
  return new StoreProblem(
    'unfit',
    'Something else of this flow was published since this was asked.',
    'Send it back, so that it can be held against what stands now.',
  );
}

/** Takes the draft away that was asked for, if nobody went on with it; answers what tells it from others. */
async function draftOf(
  db: Database,
  session: ClientSession,
  { flow, draft }: Pick<HeldPublish, 'flow' | 'draft'>,
): Promise<string | undefined> {
  if (draft === null) return undefined;
  const doc = await db.models.drafts.findById(flow).session(session).lean();
  if (doc === null || bornOf(doc) !== draft.born || doc.version !== draft.version) return undefined;
  await takeDraftAway(db, session, { flow, ...draft });
  return draft.born;
}
