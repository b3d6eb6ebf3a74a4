import type { AuditRow } from '../../definitions/model/views/audit.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { AuditQuery, AuditRowSchema } from './audit.schema.ts';
import { casesActedOn, readSubjectNames } from './audit-subject.ts';
import { meOr } from './caller.ts';
import { readCaseNames } from './case-view.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function auditRoutes(deps: Deps): readonly Route[] {
  const { store } = deps;
  return [
    defineRoute({
      id: 'listAudit',
      summary: 'Who did what, newest first; by person, case and act',
      method: 'get',
      path: '/api/audit',
      access: 'signed in',
      query: AuditQuery,
      answer: pageOf(AuditRowSchema),
      async handle({ query, caller }): Promise<Page<AuditRow>> {
        const { limit, cursor, who, ...rest } = query;
        const filter = who === undefined ? rest : { ...rest, who: meOr(who, caller) };
        const [{ items: entries, next }, directory] = await Promise.all([
          store.audit.list(filter, pageRequest({ limit, cursor })),
          readDirectory(store),
        ]);
        const nameOfCase = await readCaseNames(store, [
          ...entries.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
          ...casesActedOn(entries),
        ]);
        const caseName = (id: string): string => nameOfCase(id).name;
        const nameOf = await readSubjectNames(deps, entries, { directory, caseName });
        const items = entries.map((entry) => ({
          id: entry.id,
          at: entry.at,
          who: directory.person(entry.who),
          act: entry.act,
          case: entry.caseId === null ? null : { id: entry.caseId, name: caseName(entry.caseId) },
          subject: { id: entry.subject, name: nameOf(entry) },
          detail: entry.detail,
          why: entry.why,
        }));
        return { items, next };
      },
    }),
  ];
}
