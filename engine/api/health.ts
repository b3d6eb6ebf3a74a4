import type { Health } from '../../definitions/model/views/session.ts';
import type { Deps } from './deps.ts';
import { defineOpenRoute } from './route.ts';
import type { Route } from './route.ts';
import { HealthSchema } from './session.schema.ts';

export function healthRoutes({ store, runs, version }: Deps): readonly Route[] {
  return [
    defineOpenRoute<Health>({
      id: 'readHealth',
      summary: 'Whether Earshot, its database and Temporal answer',
      method: 'get',
      path: '/api/health',
      answer: HealthSchema,
      async handle() {
        const [temporal, stored] = await Promise.all([runs.isUp(), store.isUp()]);
        return { up: true, temporal, store: stored, version };
      },
    }),
  ];
}
