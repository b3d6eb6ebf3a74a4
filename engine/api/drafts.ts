import type { Act } from '../../definitions/model/act.ts';
import { contentOf, renamed, type DraftContent } from '../../definitions/flow/draft.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import type {
  DraftContentView,
  DraftRow,
  DraftView,
  Held,
  PublishedRow,
} from '../../definitions/model/views/flow.ts';
import type { Draft } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { beginFlow, copiedContent, refuseTakenName } from './begin-flow.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import {
  BeginDraftBodySchema,
  DiscardDraftBodySchema,
  DraftContentViewSchema,
  DraftRowSchema,
  DraftViewSchema,
  NewFlowBodySchema,
  ReleaseDraftBodySchema,
  RenameDraftBodySchema,
} from './draft.schema.ts';
import { assembled, draftRow, readDraftView } from './draft-view.ts';
import { HeldSchema } from './approval.schema.ts';
import { FlowParams, PublishedOrHeldSchema, PublishedRowSchema } from './flow.schema.ts';
import { hold } from './hold.ts';
import { publishDraft } from './publish.ts';
import { refusal } from './read-revision.ts';
import { whatBecameOf } from './released-before.ts';
import { defineRoute } from './route.ts';
import { staleDraft, unlessStale } from './stale-draft.ts';
import { refuseUnexpected } from './try-scenarios.ts';
import type { Route } from './route.ts';

/** As much as a file of a flow may hold, with room for signs that JSON writes twice. */
const CONTENT_LIMIT = 16 * 1024 * 1024;

/** Drafts of flows: begun from nothing or as a copy, renamed, released, thrown away. */
export function draftRoutes({ store, needsApproval }: Deps): readonly Route[] {
  const record = (who: string, act: Act, { flow, name }: Draft): Promise<unknown> =>
    store.audit.record({ who, act, subject: flow, detail: { name } });
  return [
    defineRoute({
      id: 'newFlow',
      summary:
        'Begins a draft of a new flow: an empty one, a copy of another with all it calls, or one from a file',
      method: 'post',
      path: '/api/flows',
      access: DRAWERS,
      status: 201,
      bodyLimit: CONTENT_LIMIT,
      body: NewFlowBodySchema,
      answer: DraftRowSchema,
      async handle({ body: { name, copyOf, content }, caller }): Promise<DraftRow> {
        const by = caller.person.id;
        const copied = copyOf === undefined ? null : await copiedContent(store, copyOf);
        if (copyOf !== undefined && copied === null) throw notFound('flow to copy');
        const draft = await beginFlow(store, { name, copied: content ?? copied, by });
        await store.audit.record({
          who: by,
          act: content !== undefined ? 'imported a flow' : copied === null ? 'began a flow' : 'copied a flow',
          subject: draft.flow,
          detail: { name, ...(copied === null || content !== undefined ? {} : { of: copied.flow.name }) },
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
      id: 'readDraftContent',
      summary: 'All that the draft of a flow holds, to be worked on',
      method: 'get',
      path: '/api/flows/:flowId/draft/content',
      access: 'signed in',
      params: FlowParams,
      answer: DraftContentViewSchema,
      async handle({ params }): Promise<DraftContentView> {
        const { born, version, content } = await findDraft(store, params.flowId);
        return { born, version, content };
      },
    }),
    defineRoute({
      id: 'beginDraft',
      summary: 'Begins a draft of a flow that has revisions: with one of them, or with what is live',
      method: 'post',
      path: '/api/flows/:flowId/draft',
      access: DRAWERS,
      status: 201,
      params: FlowParams,
      body: BeginDraftBodySchema,
      answer: DraftRowSchema,
      async handle({ params: { flowId }, body, caller }): Promise<DraftRow> {
        const content = await contentToBeginWith(store, flowId, body.revision);
        const by = caller.person.id;
        const { instead } = body;
        const draft = await unlessStale(store, flowId, () => store.drafts.begin(content, by, instead));
        if (instead !== undefined) await record(by, 'threw a draft away', draft);
        await record(by, 'began a draft', draft);
        return draftRow(draft, await readDirectory(store));
      },
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
      summary:
        'Makes a draft a revision that is live, if nothing is wrong with it and its scenarios come out',
      method: 'post',
      path: '/api/flows/:flowId/draft/release',
      access: DRAWERS,
      status: 201,
      params: FlowParams,
      body: ReleaseDraftBodySchema,
      answer: PublishedOrHeldSchema,
      answerAsDocumented: PublishedRowSchema,
      held: HeldSchema,
      async handle({
        params: { flowId },
        body: { version, why, born, anyway },
        caller,
      }): Promise<PublishedRow | Held> {
        const by = caller.person.id;
        const draft = await store.drafts.find(flowId);
        if (draft === null || (born !== undefined && born !== draft.born))
          throw await whatBecameOf(store, { flow: flowId, born, by });
        // Whoever releases has seen this version; no later one is released in its name.
        if (draft.version !== version) throw await staleDraft(store, draft);
        const assembly = await assembled(store, draft.content);
        if ('issues' in assembly) throw refusal(assembly.issues, 'Something is wrong with this draft.');
        const { scenarios } = draft.content;
        const { revision, hash } = assembly;
        const tried = await refuseUnexpected(revision, scenarios, anyway === true);
        const toPublish = { revision, hash, scenarios, wants: 'live revision', draft, why, tried } as const;
        return needsApproval ? hold(store, caller, toPublish) : publishDraft(store, by, toPublish);
      },
    }),
  ];
}

/** What is in the revision of that hash, if it is one of the flow's; without one what is live, or else the newest. */
async function contentToBeginWith(
  store: Store,
  flow: string,
  wanted: string | undefined,
): Promise<DraftContent> {
  const { archived } = await store.flowStandings.read();
  if (archived.some((one) => one.flow === flow))
    throw new ApiProblem('conflict', 'This flow is in the archive.', 'Bring it back first.');
  const live = await store.releases.live(flow);
  const [newest] = await store.revisions.list(flow);
  const hash = wanted ?? live?.hash ?? newest?.hash ?? '';
  const [revision, scenarios] = await Promise.all([
    store.revisions.get(hash),
    store.revisions.scenarios(hash),
  ]);
  if (revision?.flow.id !== flow) throw notFound('revision to begin with');
  return contentOf(revision, scenarios);
}

async function findDraft(store: Store, flow: string): Promise<Draft> {
  const draft = await store.drafts.find(flow);
  if (draft === null) throw notFound('draft');
  return draft;
}
