import type { ClientSession } from 'mongoose';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Database } from './database.ts';
import type { Draft } from './drafts.ts';
import { takeDraftAway } from './drafts.ts';
import { refuseArchived } from './flow-standings.ts';
import { StoreProblem } from './problem.ts';
import { publishedNow, publishedOf, type NewPublished, type Published } from './published.ts';
import { inTransaction } from './transaction.ts';

/** Who changed the stories beside which revision, when and why. */
export type StoryChange = Published;

/** Stories that are changed while the revision that they stand beside stays what it is. */
export interface StoryStore {
  /**
   * The stories of a draft take the place of those beside the revision that is live, and the draft goes: all of it or
   * nothing. 'stale' when the draft was changed, or another revision is live; 'not found' when there is no such draft.
   */
  keepOfDraft(
    draft: Pick<Draft, 'flow' | 'version' | 'born'>,
    hash: string,
    about: { readonly by: string; readonly why: string },
  ): Promise<StoryChange>;
  /** These take the place of those beside the revision. 'not found' for an unknown hash. */
  keep(change: NewStoryChange): Promise<StoryChange>;
  /** Newest first. */
  history(flow: string): Promise<readonly StoryChange[]>;
}

export type NewStoryChange = NewPublished & { readonly scenarios: Scenarios };

export function storyStore(db: Database): StoryStore {
  const { storyChanges } = db.models;
  return {
    keepOfDraft: (draft, hash, { by, why }) =>
      inTransaction(db, async (session) => {
        const { scenarios } = await takeDraftAway(db, session, draft);
        await refuseOtherLive(db, session, draft.flow, hash);
        return changeStories(db, session, { flow: draft.flow, hash, by, why, draft: draft.born, scenarios });
      }),
    keep: (change) => inTransaction(db, (session) => changeStories(db, session, change)),
    async history(flow) {
      const docs = await storyChanges.find({ flow }).sort({ at: -1, _id: -1 }).lean();
      return docs.map(publishedOf);
    },
  };
}

/** Puts stories beside a revision in place of those that stood there, as a part of a transaction. */
export async function changeStories(
  db: Database,
  session: ClientSession,
  { scenarios, ...change }: NewStoryChange,
): Promise<StoryChange> {
  const { flow, hash } = change;
  const { revisions, storyChanges } = db.models;
  await refuseArchived(db, session, flow);
  const kept = await revisions.updateOne(
    { _id: hash, flow },
    { $set: { scenarios: JSON.stringify(scenarios) } },
    { session },
  );
  if (kept.matchedCount === 0)
    throw new StoreProblem('not found', 'There is no such revision.', 'Publish it before its stories.');
  const doc = publishedNow(db, change);
  await storyChanges.insertMany([doc], { session, lean: true });
  return publishedOf(doc);
}

async function refuseOtherLive(
  db: Database,
  session: ClientSession,
  flow: string,
  hash: string,
): Promise<void> {
  const live = await db.models.releases.findOne({ flow }).sort({ n: -1 }).session(session).lean();
  if (live?.hash !== hash)
    throw new StoreProblem('stale', 'Another revision went live meanwhile.', 'Look at it again.');
}
