import type { Revision } from '../../definitions/flow/revision.ts';
import type { Held } from '../../definitions/model/views/flow.ts';
import type { Wanted } from '../../definitions/model/views/approval.ts';
import { areSameScenarios } from '../../definitions/scenario/changed-scenarios.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Draft } from '../store/drafts.ts';
import type { HeldPublish, PublishRequest } from '../store/publish-requests.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem } from './api-problem.ts';
import { approvalRow } from './approval-view.ts';
import type { Caller } from './caller.ts';
import { readDirectory } from './directory.ts';

/** What somebody wants to publish, after all that can be said against it was said. */
export interface ToPublish {
  readonly revision: Revision;
  readonly hash: string;
  /** Absent: those that stand beside the revision stay. */
  readonly scenarios?: Scenarios;
  readonly wants: Exclude<Wanted, 'stories'>;
  readonly draft?: Draft;
  readonly why: string;
  /** What the record is to say of it. */
  readonly tried: { readonly despite?: readonly string[] };
}

/**
 * What publishing comes to: where the revision stands already as it is wanted, the stories beside it alone can be
 * others. Throws 'conflict' when nothing is.
 */
export async function whatItComesTo(
  store: Store,
  { revision, hash, scenarios, wants }: Pick<ToPublish, 'revision' | 'hash' | 'scenarios' | 'wants'>,
): Promise<Wanted> {
  const stands =
    wants === 'revision' ? await store.revisions.find(hash) : await store.releases.live(revision.flow.id);
  if (stands?.hash !== hash) return wants;
  if (scenarios !== undefined && !areSameScenarios(await store.revisions.scenarios(hash), scenarios))
    return 'stories';
  throw new ApiProblem(
    'conflict',
    wants === 'revision'
      ? 'Nothing is changed: this was published before.'
      : 'Nothing is changed: this is what is live.',
    'Change the flow or one of its stories first.',
  );
}

/** Holds what somebody wants to publish until another person approves of it. */
export async function hold(store: Store, caller: Caller, wanted: ToPublish): Promise<Held> {
  const { revision, scenarios, draft, why, tried } = wanted;
  const flow = revision.flow.id;
  const wants = await whatItComesTo(store, wanted);
  const request = await askOnce(store, flow, async () =>
    store.publishRequests.ask({
      revision,
      ...(scenarios === undefined ? {} : { scenarios }),
      wants,
      ...(draft === undefined ? {} : { draft: { born: draft.born, version: draft.version } }),
      base: await baseOf(store, flow),
      by: caller.person.id,
      self: caller.self.id,
      why,
      despite: tried.despite ?? [],
    }),
  );
  await store.audit.record({
    who: request.by,
    act: 'asked for approval',
    subject: flow,
    detail: { ...detailOf(request), ...tried },
    why,
  });
  return { held: approvalRow(request, await readDirectory(store)) };
}

/** What the record says of a request, whatever is done with it. */
export function detailOf({ id, flow, name, digest, wants }: PublishRequest) {
  return { flow, name, request: id, digest, wants };
}

/** What stands of a flow: what is live, or else the newest, with its stories. */
async function baseOf(store: Store, flow: string): Promise<HeldPublish['base']> {
  const [live, [newest]] = await Promise.all([store.releases.live(flow), store.revisions.list(flow)]);
  const hash = live?.hash ?? newest?.hash ?? null;
  const scenarios = hash === null ? {} : await store.revisions.scenarios(hash);
  return { hash, isLive: live !== null, scenarios };
}

/** Names who asked before, where something of the flow waits already. */
async function askOnce(
  store: Store,
  flow: string,
  ask: () => Promise<PublishRequest>,
): Promise<PublishRequest> {
  const refuse = async (): Promise<void> => {
    const [waits] = await store.publishRequests.waiting(flow);
    if (waits === undefined) return;
    const { name } = (await readDirectory(store)).person(waits.by);
    throw new ApiProblem(
      'conflict',
      `What ${name === '' ? 'somebody' : name} asked for waits for approval already.`,
      'It is approved, sent back or withdrawn before more of this flow is asked for.',
    );
  };
  await refuse();
  try {
    return await ask();
  } catch (error) {
    await refuse();
    throw error;
  }
}
