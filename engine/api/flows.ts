import { z } from 'zod';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import type {
  FlowRow,
  Held,
  PublishedRow,
  ReleaseRow,
  RevisionRow,
  RevisionStories,
  RevisionView,
  StoryChangeRow,
} from '../../definitions/model/views/flow.ts';
import type { Store } from '../store/store.ts';
import { notFound } from './api-problem.ts';
import { HeldSchema } from './approval.schema.ts';
import { approvalRoutes } from './approvals.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { draftEditRoutes } from './draft-edits.ts';
import { draftRoutes } from './drafts.ts';
import { flowStandingRoutes } from './flow-standings.ts';
import { readFlowRows, recordRow, releaseRow, revisionRow } from './flow-view.ts';
import {
  FlowParams,
  FlowRowSchema,
  LenientPublishBodySchema,
  PublishBodySchema,
  PublishedOrHeldSchema,
  PublishedRowSchema,
  ReleaseBodySchema,
  ReleaseRowSchema,
  RevisionParams,
  RevisionRowSchema,
  RevisionStoriesSchema,
  RevisionViewSchema,
  StoryChangeRowSchema,
} from './flow.schema.ts';
import { hold } from './hold.ts';
import { partRoutes } from './parts.ts';
import { publishRevision } from './publish.ts';
import { readRevision } from './read-revision.ts';
import { readScenarios } from './read-scenarios.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { refuseUnexpected } from './try-scenarios.ts';

const REVISION_LIMIT = 12 * 1024 * 1024;

export function flowRoutes(deps: Deps): readonly Route[] {
  const { store, needsApproval } = deps;
  return [
    ...draftRoutes(deps),
    ...approvalRoutes(deps),
    ...draftEditRoutes(deps),
    ...flowStandingRoutes(deps),
    ...partRoutes(deps),
    defineRoute({
      id: 'listFlows',
      summary: 'Flows by name, each with what is live, its draft, and how it stands among the others',
      method: 'get',
      path: '/api/flows',
      access: 'signed in',
      answer: FlowRowSchema.array(),
      handle: (): Promise<readonly FlowRow[]> => readFlowRows(deps),
    }),
    defineRoute({
      id: 'listRevisions',
      summary: 'Revisions of a flow, newest first',
      method: 'get',
      path: '/api/flows/:flowId/revisions',
      access: 'signed in',
      params: FlowParams,
      answer: RevisionRowSchema.array(),
      async handle({ params }): Promise<readonly RevisionRow[]> {
        const [records, live, directory] = await Promise.all([
          store.revisions.list(params.flowId),
          store.releases.live(params.flowId),
          readDirectory(store),
        ]);
        return records.map((record) => revisionRow(record, live, directory));
      },
    }),
    defineRoute({
      id: 'publishRevision',
      summary:
        'Publishes a revision, if nothing is wrong with it and its scenarios come out; it is not live by that',
      method: 'post',
      path: '/api/flows/:flowId/revisions',
      access: DRAWERS,
      status: 201,
      bodyLimit: REVISION_LIMIT,
      params: FlowParams,
      body: LenientPublishBodySchema,
      bodyAsDocumented: PublishBodySchema,
      answer: PublishedOrHeldSchema,
      answerAsDocumented: PublishedRowSchema,
      held: HeldSchema,
      async handle({ params, body, caller }): Promise<PublishedRow | Held> {
        const revision = readRevision(body.revision, params.flowId);
        const { why, anyway } = body;
        const scenarios = body.scenarios && readScenarios(body.scenarios);
        const tried = await refuseUnexpected(revision, scenarios ?? {}, anyway === true);
        const toPublish = {
          revision,
          hash: contentHash(revision),
          ...(scenarios === undefined ? {} : { scenarios }),
          wants: body.live === true ? 'live revision' : 'revision',
          why,
          tried,
        } as const;
        return needsApproval
          ? hold(store, caller, toPublish)
          : publishRevision(store, caller.person.id, toPublish);
      },
    }),
    defineRoute({
      id: 'listReleases',
      summary: 'What was live when, newest first',
      method: 'get',
      path: '/api/flows/:flowId/releases',
      access: 'signed in',
      params: FlowParams,
      answer: ReleaseRowSchema.array(),
      async handle({ params }): Promise<readonly ReleaseRow[]> {
        const [releases, directory] = await Promise.all([
          store.releases.history(params.flowId),
          readDirectory(store),
        ]);
        const records = await store.revisions.findMany(releases.map(({ hash }) => hash));
        return releases.map((release) => releaseRow(release, records, directory));
      },
    }),
    defineRoute({
      id: 'releaseRevision',
      summary: 'Makes a revision live for cases that start from now on',
      method: 'post',
      path: '/api/flows/:flowId/releases',
      access: DRAWERS,
      status: 201,
      params: FlowParams,
      body: ReleaseBodySchema,
      answer: z.union([ReleaseRowSchema, HeldSchema]),
      answerAsDocumented: ReleaseRowSchema,
      held: HeldSchema,
      async handle({ params, body, caller }): Promise<ReleaseRow | Held> {
        if (needsApproval)
          return hold(store, caller, {
            revision: await revisionToRelease(store, params.flowId, body.hash),
            hash: body.hash,
            wants: 'live revision',
            why: body.why,
            tried: {},
          });
        const release = await store.releases.release(params.flowId, body.hash, caller.person.id, body.why);
        const [records, directory] = await Promise.all([
          store.revisions.findMany([release.hash]),
          readDirectory(store),
        ]);
        const row = releaseRow(release, records, directory);
        await store.audit.record({
          who: caller.person.id,
          act: 'released a revision',
          subject: release.hash,
          detail: { flow: release.flow, number: row.number },
          why: body.why,
        });
        return row;
      },
    }),
    defineRoute({
      id: 'listStoryChanges',
      summary: 'When only the stories of a flow were changed, newest first',
      method: 'get',
      path: '/api/flows/:flowId/stories',
      access: 'signed in',
      params: FlowParams,
      answer: StoryChangeRowSchema.array(),
      async handle({ params }): Promise<readonly StoryChangeRow[]> {
        const [changes, directory] = await Promise.all([
          store.stories.history(params.flowId),
          readDirectory(store),
        ]);
        const records = await store.revisions.findMany(changes.map(({ hash }) => hash));
        return changes.map((change) => releaseRow(change, records, directory));
      },
    }),
    defineRoute({
      id: 'readRevisionStories',
      summary: 'The stories that stand beside a revision now',
      method: 'get',
      path: '/api/revisions/:hash/stories',
      access: 'signed in',
      params: RevisionParams,
      answer: RevisionStoriesSchema,
      async handle({ params: { hash } }): Promise<RevisionStories> {
        if ((await store.revisions.find(hash)) === null) throw notFound('revision');
        return { scenarios: await store.revisions.scenarios(hash) };
      },
    }),
    defineRoute({
      id: 'readRevision',
      summary: 'A revision with all it holds',
      method: 'get',
      path: '/api/revisions/:hash',
      access: 'signed in',
      immutable: true,
      params: RevisionParams,
      answer: RevisionViewSchema,
      async handle({ params }): Promise<RevisionView> {
        const [record, revision, directory] = await Promise.all([
          store.revisions.find(params.hash),
          store.revisions.get(params.hash),
          readDirectory(store),
        ]);
        if (record === null || revision === null) throw notFound('revision');
        return { ...recordRow(record, directory), revision };
      },
    }),
  ];
}

/** The revision of that hash, if it is one of the flow's. */
async function revisionToRelease(store: Store, flow: string, hash: string): Promise<Revision> {
  const revision = await store.revisions.get(hash);
  if (revision?.flow.id !== flow) throw notFound('revision');
  return revision;
}
