import type { Act } from '../../definitions/model/act.ts';
import type { LinkEvent } from '../../definitions/model/customer.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import type { WhoAnswered, WhoQuestion } from '../../definitions/model/views/who.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { PageQuery, pageOf } from './page.schema.ts';
import { pageRequest } from './page-request.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { whoQuestion } from './who-view.ts';
import {
  LinkParams,
  UndoLinkSchema,
  WhoAnswerSchema,
  WhoAnsweredSchema,
  WhoCountSchema,
  WhoQuestionSchema,
} from './who.schema.ts';
import { z } from 'zod';

const ANSWERED: { readonly [what in LinkEvent['what']]?: Act } = {
  linked: 'linked a customer',
  'not the same': 'kept two apart',
  'left open': 'left two open',
};

/** Whether who wrote is a customer: what Earshot asks of people, and what they say. */
export function whoRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listWhoQuestions',
      summary: 'Pairs of who wrote and a customer who may be one, the likeliest first',
      method: 'get',
      path: '/api/who',
      access: 'signed in',
      query: z.object(PageQuery),
      answer: pageOf(WhoQuestionSchema),
      async handle({ query }): Promise<Page<WhoQuestion>> {
        const [page, directory] = await Promise.all([
          store.links.questions(pageRequest(query)),
          readDirectory(store),
        ]);
        const items = await Promise.all(page.items.map((asked) => whoQuestion(store, asked, directory)));
        return { items: items.filter((item) => item !== null), next: page.next };
      },
    }),
    defineRoute({
      id: 'countWhoQuestions',
      summary: 'How many such pairs wait for an answer',
      method: 'get',
      path: '/api/who/count',
      access: 'signed in',
      answer: WhoCountSchema,
      handle: async () => ({ open: await store.links.countQuestions() }),
    }),
    defineRoute({
      id: 'answerWhoQuestion',
      summary: 'Says whether the two are one; where they are, the cases of who wrote get the customer',
      method: 'post',
      path: '/api/who/answers',
      access: ['agent', 'lead'],
      body: WhoAnswerSchema,
      answer: WhoAnsweredSchema,
      async handle({ body, caller }): Promise<WhoAnswered> {
        const by = caller.person.id;
        const event = await store.links.answer({ ...body, by, at: store.links.now() });
        await record(event, ANSWERED[event.what] ?? 'linked a customer');
        const linkId = event.what === 'linked' ? event.id : null;
        return { open: await store.links.countQuestions(), linkId };
      },
    }),
    defineRoute({
      id: 'undoLink',
      summary: 'Takes a link to a customer back; everything is as it was before',
      method: 'post',
      path: '/api/links/:id/undo',
      access: ['agent', 'lead'],
      params: LinkParams,
      body: UndoLinkSchema,
      answer: null,
      status: 204,
      async handle({ params, body, caller }): Promise<null> {
        const { id } = params;
        const event = await store.links.undo({
          id,
          by: caller.person.id,
          at: store.links.now(),
          why: body.why,
        });
        await record(event, 'took a link back');
        return null;
      },
    }),
  ];

  async function record({ id, by, why, profileId, customerId }: LinkEvent, act: Act): Promise<void> {
    await store.audit.record({
      who: by,
      act,
      subject: id,
      detail: { profileId, customerId },
      ...(why === null ? {} : { why }),
    });
  }
}
