import { DRAWERS } from '../../definitions/model/people.ts';
import type {
  AddedEditsView,
  DraftVisitors,
  EditsSince,
  TakenEditView,
} from '../../definitions/model/views/flow.ts';
import type { TakenEdit } from '../store/draft-edits.ts';
import type { Store } from '../store/store.ts';
import { notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import {
  AddEditsBodySchema,
  AddedEditsSchema,
  DraftVisitorsSchema,
  EditsQuerySchema,
  EditsSinceSchema,
} from './draft.schema.ts';
import { FlowParams } from './flow.schema.ts';
import { defineRoute, type Route } from './route.ts';

/** So many edits are told one by one; whoever is further behind reads the whole content. */
const MOST_TOLD = 500;

/** A table of ten thousand rows, brought in at once, is one edit. */
const EDITS_LIMIT = 16 * 1024 * 1024;

/** Edits of drafts, in the one order in which everybody has them. */
export function draftEditRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listDraftEdits',
      summary: 'The edits of a draft after a version, in order',
      method: 'get',
      path: '/api/flows/:flowId/draft/edits',
      access: 'signed in',
      params: FlowParams,
      query: EditsQuerySchema,
      answer: EditsSinceSchema,
      async handle({ params: { flowId }, query: { after, born } }): Promise<EditsSince> {
        if (born !== undefined && (await store.drafts.born(flowId)) !== born) throw notFound('draft');
        return { since: await editsSince(store, flowId, after) };
      },
    }),
    defineRoute({
      id: 'editDraft',
      summary:
        'Makes edits on a draft as it was at a version, all of them or none; says what came before them',
      method: 'post',
      path: '/api/flows/:flowId/draft/edits',
      access: DRAWERS,
      params: FlowParams,
      body: AddEditsBodySchema,
      bodyLimit: EDITS_LIMIT,
      answer: AddedEditsSchema,
      async handle({ params: { flowId }, body: { base, edits, born }, caller }): Promise<AddedEditsView> {
        const added = await store.draftEdits.add(flowId, base, edits, caller.person.id, born);
        if (added.taken) return added;
        return { ...added, since: await editsSince(store, flowId, base) };
      },
    }),
    defineRoute({
      id: 'beAtDraft',
      summary: 'Says that one has a draft open, for the next 20 s; answers who else has',
      method: 'post',
      path: '/api/flows/:flowId/draft/here',
      access: 'signed in',
      params: FlowParams,
      answer: DraftVisitorsSchema,
      async handle({ params: { flowId }, caller }): Promise<DraftVisitors> {
        const others = await store.draftVisits.here(flowId, caller.person.id);
        if (others.length === 0) return { others: [] };
        const directory = await readDirectory(store);
        return { others: others.map((id) => directory.person(id)) };
      },
    }),
  ];
}

async function editsSince(
  store: Store,
  flow: string,
  version: number,
): Promise<readonly TakenEditView[] | null> {
  const edits = await store.draftEdits.since(flow, version, MOST_TOLD + 1);
  if (edits === null || edits.length > MOST_TOLD) return null;
  const directory = await readDirectory(store);
  return edits.map((edit: TakenEdit) => ({ ...edit, by: directory.person(edit.by) }));
}
