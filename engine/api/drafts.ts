import type { Act } from '../../definitions/model/act.ts';
import { renamed } from '../../definitions/flow/draft.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { DraftRow, DraftView, RevisionRow } from '../../definitions/model/views/flow.ts';
import type { Draft } from '../store/drafts.ts';
import { StoreProblem } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import { keepPlans } from '../runs/keep-plans.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { beginFlow, copiedContent, refuseTakenName } from './begin-flow.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import {
  DiscardDraftBodySchema,
  DraftRowSchema,
  DraftViewSchema,
  NewFlowBodySchema,
  ReleaseDraftBodySchema,
  RenameDraftBodySchema,
} from './draft.schema.ts';
import { assembled, draftRow, readDraftView } from './draft-view.ts';
import { FlowParams, RevisionRowSchema } from './flow.schema.ts';
import { revisionRow } from './flow-view.ts';
import { refusal } from './read-revision.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** Drafts of flows: begun from nothing or as a copy, renamed, released, thrown away. */
export function draftRoutes({ store }: Deps): readonly Route[] {
  const record = (who: string, act: Act, { flow, name }: Draft): Promise<unknown> =>
    store.audit.record({ who, act, subject: flow, detail: { name } });
  return [
    defineRoute({
      id: 'newFlow',
      summary: 'Begins a draft of a new flow: an empty one, or a copy of another with all that it calls',
      method: 'post',
      path: '/api/flows',
      access: DRAWERS,
      status: 201,
      body: NewFlowBodySchema,
      answer: DraftRowSchema,
      async handle({ body: { name, copyOf }, caller }): Promise<DraftRow> {
        const by = caller.person.id;
        const copied = copyOf === undefined ? null : await copiedContent(store, copyOf);
        if (copyOf !== undefined && copied === null) throw notFound('flow to copy');
        const draft = await beginFlow(store, { name, copied, by });
        await store.audit.record({
          who: by,
          act: copied === null ? 'began a flow' : 'copied a flow',
          subject: draft.flow,
          detail: { name, ...(copied === null ? {} : { of: copied.flow.name }) },
        });
        return draftRow(draft, await readDirectory(store));
      },
    }),
    defineRoute({
      id: 'readDraft',
      summary: 'The draft of a flow, with what is wrong with it',
      method: 'get',
      path: '/api/flows/:flowId/draft',
      access: 'signed in',
      params: FlowParams,
      answer: DraftViewSchema,
      handle: async ({ params }): Promise<DraftView> =>
        readDraftView(store, await findDraft(store, params.flowId)),
    }),
    defineRoute({
      id: 'renameDraft',
      summary: 'Gives a draft another name, if nobody changed it meanwhile; its id stays',
      method: 'put',
      path: '/api/flows/:flowId/draft',
      access: DRAWERS,
      params: FlowParams,
      body: RenameDraftBodySchema,
      answer: DraftRowSchema,
      async handle({ params: { flowId }, body: { version, name }, caller }): Promise<DraftRow> {
        const { content } = await findDraft(store, flowId);
        await refuseTakenName(store, name, flowId);
        const draft = await unlessStale(store, flowId, () =>
          store.drafts.change(flowId, version, renamed(content, name), caller.person.id),
        );
        await record(caller.person.id, 'renamed a draft', draft);
        return draftRow(draft, await readDirectory(store));
      },
    }),
    defineRoute({
      id: 'discardDraft',
      summary: 'Throws a draft away, if nobody changed it meanwhile',
      method: 'post',
      path: '/api/flows/:flowId/draft/discard',
      access: DRAWERS,
      params: FlowParams,
      body: DiscardDraftBodySchema,
      answer: null,
      async handle({ params: { flowId }, body: { version }, caller }): Promise<null> {
        const draft = await findDraft(store, flowId);
        await unlessStale(store, flowId, () => store.drafts.discard(flowId, version));
        await record(caller.person.id, 'threw a draft away', draft);
        return null;
      },
    }),
    defineRoute({
      id: 'releaseDraft',
      summary: 'Makes a draft a revision that is live, if nothing is wrong with it',
      method: 'post',
      path: '/api/flows/:flowId/draft/release',
      access: DRAWERS,
      status: 201,
      params: FlowParams,
      body: ReleaseDraftBodySchema,
      answer: RevisionRowSchema,
      async handle({ params: { flowId }, body: { version, why }, caller }): Promise<RevisionRow> {
        const by = caller.person.id;
        const draft = await findDraft(store, flowId);
        // Whoever releases has seen this version; no later one is released in its name.
        if (draft.version !== version) throw await staleDraft(store, draft);
        const assembly = await assembled(store, draft.content);
        if ('issues' in assembly) throw refusal(assembly.issues, 'Something is wrong with this draft.');
        // Before it is live: the first case of it finds them.
        await keepPlans(store, assembly.hash, assembly.revision);
        const revision = await unlessStale(store, flowId, () =>
          store.drafts.release(draft, assembly.revision, { by, why }),
        );
        const { hash, name, number } = revision;
        await store.audit.record({
          who: by,
          act: 'released a revision',
          subject: hash,
          detail: { flow: flowId, name, number },
          why,
        });
        const [live, directory] = await Promise.all([store.releases.live(flowId), readDirectory(store)]);
        return revisionRow(revision, live, directory);
      },
    }),
  ];
}

async function findDraft(store: Store, flow: string): Promise<Draft> {
  const draft = await store.drafts.find(flow);
  if (draft === null) throw notFound('draft');
  return draft;
}

/** Names who was faster, where the store only knows that somebody was. */
async function unlessStale<T>(store: Store, flow: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'stale') throw error;
    throw await staleDraft(store, await store.drafts.find(flow));
  }
}

async function staleDraft(store: Store, draft: Draft | null): Promise<ApiProblem> {
  const name = draft === null ? '' : (await readDirectory(store)).person(draft.by).name;
  return new ApiProblem(
    'stale',
    `${name === '' ? 'Somebody else' : name} changed this draft meanwhile; nothing of theirs was overwritten.`,
    'Look at it as it is now, then decide anew.',
  );
}
