import type { PublishedRow } from '../../definitions/model/views/flow.ts';
import type { Wanted } from '../../definitions/model/views/approval.ts';
import { areSameScenarios } from '../../definitions/scenario/changed-scenarios.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { keepPlans } from '../runs/keep-plans.ts';
import type { Draft } from '../store/drafts.ts';
import type { RevisionRecord } from '../store/revisions.ts';
import type { Store } from '../store/store.ts';
import { readDirectory } from './directory.ts';
import { revisionRow } from './flow-view.ts';
import { whatItComesTo, type ToPublish } from './hold.ts';
import { recordPublished } from './record-published.ts';
import { unlessReleased } from './released-before.ts';
import { unlessStale } from './stale-draft.ts';

/**
 * Makes a draft what it comes to: a revision that is live, or, where that is live already, other stories beside it.
 * Throws ApiProblem as releasing does.
 */
export async function publishDraft(
  store: Store,
  by: string,
  toPublish: ToPublish & { readonly draft: Draft },
): Promise<PublishedRow> {
  const { revision, hash, draft, why } = toPublish;
  const { flow, born } = draft;
  const became = await whatItComesTo(store, toPublish);
  const before = await store.revisions.scenarios(hash);
  // Before it is live: the first case of it finds them.
  await keepPlans(store, hash, revision);
  await unlessReleased(store, { flow, born, by }, () =>
    unlessStale(store, flow, async () => {
      if (became === 'stories') await store.stories.keepOfDraft(draft, hash, { by, why });
      else await store.drafts.release(draft, revision, { by, why });
    }),
  );
  return published(store, by, { ...toPublish, became, before });
}

/** Keeps a revision, makes it live if that is wanted; where it was kept before, its stories may be others. */
export async function publishRevision(store: Store, by: string, toPublish: ToPublish): Promise<PublishedRow> {
  const { revision, hash, scenarios, wants, why } = toPublish;
  const flow = revision.flow.id;
  const [known, before] = await Promise.all([store.revisions.find(hash), store.revisions.scenarios(hash)]);
  const isOfStories = known !== null && scenarios !== undefined && !areSameScenarios(before, scenarios);
  if (isOfStories) await store.stories.keep({ flow, hash, by, why, scenarios });
  else
    await store.revisions.put(revision, {
      author: by,
      why,
      ...(scenarios === undefined ? {} : { scenarios }),
    });
  await keepPlans(store, hash, revision);
  const isLive = (await store.releases.live(flow))?.hash === hash;
  const goesLive = wants === 'live revision' && !(isLive && isOfStories);
  if (goesLive) await store.releases.release(flow, hash, by, why);
  if (isOfStories && goesLive) await published(store, by, { ...toPublish, became: 'stories', before });
  const became = goesLive ? 'live revision' : isOfStories ? 'stories' : 'revision';
  return published(store, by, { ...toPublish, became, before });
}

/** Records it, and tells it. */
async function published(
  store: Store,
  by: string,
  {
    hash,
    scenarios,
    why,
    tried,
    became,
    before,
  }: ToPublish & { readonly became: Wanted; readonly before: Scenarios },
): Promise<PublishedRow> {
  const record: RevisionRecord | null = await store.revisions.find(hash);
  if (record === null) throw new Error(`The revision ${hash} was published and is not there.`);
  const { flow, name, number } = record;
  const detail = { flow, name, number, ...tried };
  await recordPublished(store, { wants: became, by, why, hash, before, after: scenarios ?? before, detail });
  const [live, directory] = await Promise.all([store.releases.live(flow), readDirectory(store)]);
  return { ...revisionRow(record, live, directory), became };
}
