import { DRAWERS } from '../../definitions/model/people.ts';
import type { FlowRow, ReleaseRow, RevisionRow, RevisionView } from '../../definitions/model/views/flow.ts';
import { keepPlans } from '../runs/keep-plans.ts';
import { notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { draftRoutes } from './drafts.ts';
import { flowStandingRoutes } from './flow-standings.ts';
import { readFlowRows, recordRow, releaseRow, revisionRow } from './flow-view.ts';
import {
  FlowParams,
  FlowRowSchema,
  LenientPublishBodySchema,
  PublishBodySchema,
  ReleaseBodySchema,
  ReleaseRowSchema,
  RevisionParams,
  RevisionRowSchema,
  RevisionViewSchema,
} from './flow.schema.ts';
import { partRoutes } from './parts.ts';
import { readRevision } from './read-revision.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

const REVISION_LIMIT = 12 * 1024 * 1024;

export function flowRoutes(deps: Deps): readonly Route[] {
  const { store } = deps;
  return [
    ...draftRoutes(deps),
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
      summary: 'Publishes a revision, if nothing is wrong with it; it is not live by that',
      method: 'post',
      path: '/api/flows/:flowId/revisions',
      access: DRAWERS,
      status: 201,
      bodyLimit: REVISION_LIMIT,
      params: FlowParams,
      body: LenientPublishBodySchema,
      bodyAsDocumented: PublishBodySchema,
      answer: RevisionRowSchema,
      async handle({ params, body, caller }): Promise<RevisionRow> {
        const revision = readRevision(body.revision, params.flowId);
        const record = await store.revisions.put(revision, { author: caller.person.id, why: body.why });
        await keepPlans(store, record.hash, revision);
        await store.audit.record({
          who: caller.person.id,
          act: 'published a revision',
          subject: record.hash,
          detail: { flow: record.flow, name: record.name, number: record.number },
          why: body.why,
        });
        const [live, directory] = await Promise.all([
          store.releases.live(params.flowId),
          readDirectory(store),
        ]);
        return revisionRow(record, live, directory);
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
      answer: ReleaseRowSchema,
      async handle({ params, body, caller }): Promise<ReleaseRow> {
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
