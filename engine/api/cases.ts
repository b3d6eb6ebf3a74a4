import type { Case } from '../../definitions/model/case.ts';
import type { CaseCounts, CaseRow, CaseValues } from '../../definitions/model/views/case.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { notFound } from './api-problem.ts';
import { CaseDetailSchema } from './case-detail.schema.ts';
import { readCaseDetail } from './case-detail.ts';
import {
  CancelBodySchema,
  CaseCountsSchema,
  CaseParams,
  CaseQuery,
  CaseRowSchema,
  CaseValuesSchema,
} from './case.schema.ts';
import { caseRow } from './case-view.ts';
import { meOr } from './caller.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function caseRoutes(deps: Deps): readonly Route[] {
  const { store, runs, drawings } = deps;
  const find = async (id: string): Promise<Case> => {
    const found = await store.cases.find(id);
    if (found === null) throw notFound('case');
    return found;
  };
  return [
    defineRoute({
      id: 'listCases',
      summary: 'Cases that fit the filter',
      method: 'get',
      path: '/api/cases',
      access: 'signed in',
      query: CaseQuery,
      answer: pageOf(CaseRowSchema),
      async handle({ query, caller }): Promise<Page<CaseRow>> {
        const { limit, cursor, sort, person, ...rest } = query;
        const filter = person === undefined ? rest : { ...rest, person: meOr(person, caller) };
        const [page, directory] = await Promise.all([
          store.cases.list(filter, { ...pageRequest({ limit, cursor }), sort }),
          readDirectory(store),
        ]);
        const drawn = await drawings.ofAll(page.items.map(({ revision }) => revision));
        const items = page.items.map((found) =>
          caseRow(found, directory, drawn.get(found.revision ?? '') ?? null),
        );
        return { items, next: page.next };
      },
    }),
    defineRoute({
      id: 'countCases',
      summary: 'How many cases there are of each status, and where they stand',
      method: 'get',
      path: '/api/cases/counts',
      access: 'signed in',
      answer: CaseCountsSchema,
      handle: (): Promise<CaseCounts> => store.cases.counts(),
    }),
    defineRoute({
      id: 'listCaseValues',
      summary: 'Channels, brands, regions and priorities that cases have, to filter by',
      method: 'get',
      path: '/api/cases/values',
      access: 'signed in',
      answer: CaseValuesSchema,
      handle: (): Promise<CaseValues> => store.cases.values(),
    }),
    defineRoute({
      id: 'readCase',
      summary: 'All about one case',
      method: 'get',
      path: '/api/cases/:id',
      access: 'signed in',
      params: CaseParams,
      answer: CaseDetailSchema,
      handle: async ({ params, caller }): Promise<CaseDetail> =>
        readCaseDetail(deps, await find(params.id), caller),
    }),
    defineRoute({
      id: 'cancelCase',
      summary: 'Ends the work on a case, whatever it stands at',
      method: 'post',
      path: '/api/cases/:id/cancel',
      access: ['lead'],
      params: CaseParams,
      body: CancelBodySchema,
      answer: null,
      async handle({ params, body, caller }): Promise<null> {
        const { id: caseId } = await find(params.id);
        const by = caller.person.id;
        // A history holds no text: the run is told the id of the reason.
        const reason = await store.texts.put({ caseId, kind: 'reason', text: body.why, by });
        await runs.cancelCase({ caseId, actor: caller.actor, reason });
        await store.audit.record({
          who: by,
          act: 'cancelled a case',
          caseId,
          subject: caseId,
          why: body.why,
        });
        return null;
      },
    }),
  ];
}
