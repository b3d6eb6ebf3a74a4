import type { CaseCandidate, CaseRow, LinkedCase } from '../../definitions/model/views/case.ts';
import type { Case } from '../../definitions/model/case.ts';
import type { Store } from '../store/store.ts';
import { notFound } from './api-problem.ts';
import { CandidatesQuery, CaseCandidateSchema, LinkBodySchema } from './case-links.schema.ts';
import { CaseParams, CaseRowSchema } from './case.schema.ts';
import { caseRow } from './case-view.ts';
import type { Deps } from './deps.ts';
import type { Directory } from './directory.ts';
import { readDirectory } from './directory.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

const LINKED = 'linked cases';
/** Most links whose reason is looked up for one page. */
const MOST_LINKS = 200;

/** Cases that are one matter: which may be, and letting one go on in the other. */
export function caseLinkRoutes({ store, drawings }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listCaseCandidates',
      summary: 'Open cases that this one may belong together with',
      method: 'get',
      path: '/api/cases/:id/candidates',
      access: 'signed in',
      params: CaseParams,
      query: CandidatesQuery,
      answer: CaseCandidateSchema.array(),
      async handle({ params, query }): Promise<CaseCandidate[]> {
        const found = await store.cases.candidates(params.id, query.search);
        return Promise.all(
          found.map(async ({ case: one, because }) => ({
            id: one.id,
            title: one.title,
            channel: one.channel,
            status: one.status,
            changedAt: one.changedAt,
            because,
            ...(await whoseCase(store, one)),
          })),
        );
      },
    }),
    defineRoute({
      id: 'linkCase',
      summary: 'Lets this case go on in another one',
      method: 'post',
      path: '/api/cases/:id/link',
      access: ['agent', 'lead'],
      params: CaseParams,
      body: LinkBodySchema,
      answer: CaseRowSchema,
      async handle({ params, body, caller }): Promise<CaseRow> {
        const { primaryCaseId } = await store.cases.link(params.id, body.primaryCaseId, caller.person.id);
        await store.audit.record({
          who: caller.person.id,
          act: LINKED,
          caseId: params.id,
          subject: primaryCaseId,
          ...(body.why === undefined ? {} : { why: body.why }),
        });
        const found = await store.cases.find(params.id);
        if (found === null) throw notFound('case');
        const directory = await readDirectory(store);
        return caseRow(found, directory, found.revision === null ? null : await drawings.of(found.revision));
      },
    }),
  ];
}

/** Who wrote, and which customer it is, by name. */
async function whoseCase(
  store: Store,
  { id, customerId }: Case,
): Promise<Pick<CaseCandidate, 'author' | 'customer'>> {
  const [profiles, customer] = await Promise.all([
    store.profiles.byCase(id),
    customerId === null ? null : store.customers.find(customerId),
  ]);
  const [profile] = profiles;
  return { author: profile?.handle ?? profile?.name ?? null, customer: customer?.name ?? null };
}

/** What a case goes on in and what goes on in it, each with who said so and why; nobody where Earshot saw it itself. */
export async function linkedCases(
  store: Store,
  found: Case,
  directory: Directory,
): Promise<{ readonly primary: LinkedCase | null; readonly followers: readonly LinkedCase[] }> {
  const { id, primaryCaseId } = found;
  const followers = await store.cases.followersOf(id);
  if (primaryCaseId === null && followers.length === 0) return { primary: null, followers: [] };
  const acts = async (filter: { readonly caseId: string } | { readonly subject: string }) =>
    (await store.audit.list({ ...filter, act: LINKED }, { limit: MOST_LINKS })).items;
  const [cases, away, here] = await Promise.all([
    store.cases.findMany(primaryCaseId === null ? followers : [primaryCaseId, ...followers]),
    primaryCaseId === null ? [] : acts({ caseId: id }),
    followers.length === 0 ? [] : acts({ subject: id }),
  ]);
  const titles = new Map(cases.map((one) => [one.id, one.title]));
  const linked = (other: string, act: (typeof away)[number] | undefined): LinkedCase => ({
    id: other,
    name: titles.get(other) ?? '',
    by: act === undefined ? null : directory.person(act.who),
    at: act?.at ?? null,
    why: act?.why ?? null,
  });
  return {
    primary: primaryCaseId === null ? null : linked(primaryCaseId, away[0]),
    followers: followers.map((other) =>
      linked(
        other,
        here.find(({ caseId }) => caseId === other),
      ),
    ),
  };
}
