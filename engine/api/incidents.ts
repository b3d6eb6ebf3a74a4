import type { IncidentRow, ResolveAnswer, StuckGroup } from '../../definitions/model/views/incident.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import type { StuckRun } from '../store/incidents.ts';
import type { Deps } from './deps.ts';
import {
  IncidentQuery,
  IncidentRowSchema,
  ResolveAnswerSchema,
  ResolveBodySchema,
  StuckGroupSchema,
} from './incident.schema.ts';
import { incidentRow } from './incident-view.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { resolveEach } from './resolve-incidents.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function incidentRoutes(deps: Deps): readonly Route[] {
  const { store, drawings } = deps;
  return [
    defineRoute({
      id: 'groupIncidents',
      summary: 'What runs are stuck at, by cause',
      method: 'get',
      path: '/api/incidents/groups',
      access: 'signed in',
      answer: StuckGroupSchema.array(),
      async handle(): Promise<readonly StuckGroup[]> {
        const groups = await store.incidents.groups();
        return Promise.all(
          groups.map(async ({ kind, code, flow, node, count, first }) => {
            const nodeName = await nameOfStep(deps, { kind, code, flow, node });
            return { kind, code, flow, node, nodeName, count, oldestAt: first };
          }),
        );
      },
    }),
    defineRoute({
      id: 'listIncidents',
      summary: 'Stuck runs, longest stuck first',
      method: 'get',
      path: '/api/incidents',
      access: 'signed in',
      query: IncidentQuery,
      answer: pageOf(IncidentRowSchema),
      async handle({ query }): Promise<Page<IncidentRow>> {
        const { limit, cursor, ...filter } = query;
        const page = await store.incidents.open(filter, pageRequest({ limit, cursor }));
        const [cases, drawn] = await Promise.all([
          store.cases.findMany([...new Set(page.items.map((stuck) => stuck.caseId))]),
          drawings.ofAll(page.items.map(({ revision }) => revision)),
        ]);
        const byId = new Map(cases.map((found) => [found.id, found]));
        const items = page.items.flatMap((stuck) => {
          const found = byId.get(stuck.caseId);
          if (found === undefined) return [];
          const { id, title: name, channel, brand, facts } = found;
          return [incidentRow(stuck, { id, name, channel, brand }, facts, drawn.get(stuck.revision) ?? null)];
        });
        return { items, next: page.next };
      },
    }),
    defineRoute({
      id: 'resolveIncidents',
      summary: 'Leads stuck runs on: try again, correct and go on, skip, or cancel',
      method: 'post',
      path: '/api/incidents/resolve',
      access: ['lead', 'analyst', 'engineer'],
      body: ResolveBodySchema,
      answer: ResolveAnswerSchema,
      handle: ({ body, caller }): Promise<ResolveAnswer> => resolveEach(deps, body, caller),
    }),
  ];
}

type Cause = Pick<StuckRun, 'kind' | 'code' | 'flow' | 'node'>;

/** The step as the drawing of one of the stuck runs names it. */
async function nameOfStep({ store, drawings }: Deps, cause: Cause): Promise<string> {
  const [one] = (await store.incidents.open(cause, { limit: 1 })).items;
  const drawing = one === undefined ? null : await drawings.of(one.revision);
  return drawing?.nameOf(cause.flow, cause.node) ?? '';
}
