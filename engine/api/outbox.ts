import { z } from 'zod';
import type { OutboxRow } from '../../definitions/model/views/outbox.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { readCaseNames } from './case-view.ts';
import { OutboxRowSchema } from './conversation.schema.ts';
import { readText } from './conversation-view.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { pageRequest } from './page-request.ts';
import { pageOf, PageQuery } from './page.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function outboxRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listOutbox',
      summary: 'What Earshot said or held back, newest first',
      method: 'get',
      path: '/api/outbox',
      access: 'signed in',
      query: z.strictObject(PageQuery),
      answer: pageOf(OutboxRowSchema),
      async handle({ query }): Promise<Page<OutboxRow>> {
        const [page, directory] = await Promise.all([
          store.replies.outbox({}, pageRequest(query)),
          readDirectory(store),
        ]);
        const nameOf = await readCaseNames(
          store,
          page.items.map(({ caseId }) => caseId),
        );
        const items = page.items.map(({ id, caseId, channel, kind, status, text, by, at }) => ({
          id,
          case: { id: caseId, name: nameOf(caseId).name },
          channel,
          kind,
          status,
          text: readText(text),
          by: directory.personOrNull(by),
          at,
        }));
        return { items, next: page.next };
      },
    }),
  ];
}
