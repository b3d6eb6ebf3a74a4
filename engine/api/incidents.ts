import type { IncidentRow, ResolveAnswer } from '../../definitions/model/views/incident.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import type { Deps } from './deps.ts';
import {
  IncidentQuery,
  IncidentRowSchema,
  ResolveAnswerSchema,
  ResolveBodySchema,
} from './incident.schema.ts';
import { incidentGroupRoutes } from './incident-groups.ts';
import { incidentRow } from './incident-view.ts';
import { logPlace } from './log-place.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { resolveEach } from './resolve-incidents.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function incidentRoutes(deps: Deps): readonly Route[] {
  const { store, drawings } = deps;
  return [
    ...incidentGroupRoutes(deps),
    defineRoute({
      id: 'listIncidents',
      summary: 'Stuck runs, longest stuck first',
      method: 'get',
      path: '/api/incidents',
      access: 'signed in',
      query: IncidentQuery,
      answer: pageOf(IncidentRowSchema),
      async handle({ query, caller }): Promise<Page<IncidentRow>> {
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
          const drawing = drawn.get(stuck.revision) ?? null;
          const log = logPlace(deps, stuck, caller);
          return [incidentRow(stuck, { id, name, channel, brand }, facts, drawing, log)];
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
