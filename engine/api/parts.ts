import type { PartRow, PartView } from '../../definitions/model/views/part.ts';
import { notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { PartParams, PartRowSchema, PartViewSchema } from './part.schema.ts';
import { partRow, readPart, readParts } from './part-view.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function partRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listParts',
      summary: 'Decision tables and word lists of the flows that are not archived',
      method: 'get',
      path: '/api/parts',
      access: 'signed in',
      answer: PartRowSchema.array(),
      handle: async (): Promise<PartRow[]> => (await readParts(store)).map(partRow),
    }),
    defineRoute({
      id: 'readPart',
      summary: 'A decision table or word list: its flows, and of each the revisions that changed it',
      method: 'get',
      path: '/api/parts/:kind/:partId',
      access: 'signed in',
      params: PartParams,
      answer: PartViewSchema,
      async handle({ params: { kind, partId } }): Promise<PartView> {
        const part = await readPart(store, { kind, id: partId });
        if (part === null) throw notFound(kind === 'table' ? 'decision table' : 'word list');
        return part;
      },
    }),
  ];
}
