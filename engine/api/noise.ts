import { BROUGHT_BACK } from '../../definitions/model/arrival.ts';
import type { NoiseRow } from '../../definitions/model/views/noise.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { CaseParams } from './case.schema.ts';
import type { Deps } from './deps.ts';
import { BringBackBodySchema, NoiseQuery, NoiseRowSchema } from './noise.schema.ts';
import { noiseRow, PUT_ASIDE, staysBecause } from './noise-view.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** What was put aside and why, and the way back. */
export function noiseRoutes({ store, drawings }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listNoise',
      summary: 'Cases that were put aside, each with the rule that did it, newest first',
      method: 'get',
      path: '/api/noise',
      access: 'signed in',
      query: NoiseQuery,
      answer: pageOf(NoiseRowSchema),
      async handle({ query }): Promise<Page<NoiseRow>> {
        const page = await store.cases.list(
          { outcome: PUT_ASIDE },
          { ...pageRequest(query), sort: 'opened' },
        );
        const drawn = await drawings.ofAll(page.items.map(({ revision }) => revision));
        const items = await Promise.all(
          page.items.map((found) => noiseRow(store, found, drawn.get(found.revision ?? '') ?? null)),
        );
        return { items, next: page.next };
      },
    }),
    defineRoute({
      id: 'bringBack',
      summary: 'Takes a case up again that was put aside: it needs an answer',
      method: 'post',
      path: '/api/cases/:id/bring-back',
      access: ['agent', 'lead', 'analyst'],
      params: CaseParams,
      body: BringBackBodySchema,
      answer: NoiseRowSchema,
      async handle({ params, body, caller }): Promise<NoiseRow> {
        const found = await store.cases.find(params.id);
        if (found === null) throw notFound('case');
        const drawing = found.revision === null ? null : await drawings.of(found.revision);
        refuseUnlessPutAside(found, staysBecause(found, drawing));
        const by = caller.person.id;
        // Twice for the same time it was put aside is once.
        const ref = `put aside ${found.closedAt ?? ''}`;
        await store.arrivals.append(found.id, {
          kind: 'message',
          name: BROUGHT_BACK,
          ref,
          facts: { by },
        });
        await store.audit.record({
          who: by,
          act: 'brought a case back',
          caseId: found.id,
          subject: found.id,
          why: body.why,
        });
        const then = (await store.cases.find(found.id)) ?? found;
        return noiseRow(store, then, drawing);
      },
    }),
  ];
}

function refuseUnlessPutAside(
  { status, outcome }: { readonly status: string; readonly outcome: string | null },
  stays: NoiseRow['stays'],
): void {
  if (status !== 'closed' || outcome !== PUT_ASIDE) {
    throw new ApiProblem('conflict', 'This case is not put aside.', 'Look at the case: it may be in work.');
  }
  if (stays === 'older drawing') {
    throw new ApiProblem(
      'conflict',
      'This case runs by a drawing that does not know how to bring it back.',
      'Answer on the channel itself; cases of the drawing that is live now can be brought back.',
    );
  }
  if (stays === 'coming back') {
    throw new ApiProblem('stale', 'It is on its way back already.', 'Look at the case in a moment.');
  }
}
