import type { ActivityRow } from '../../definitions/model/views/flow.ts';
import { ActivityContractSchema } from '../../definitions/flow/revision.schema.ts';
import type { Deps } from './deps.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function activityRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listActivities',
      summary: 'The activities that workers offer, by name',
      method: 'get',
      path: '/api/activities',
      access: 'signed in',
      answer: ActivityContractSchema.array(),
      async handle(): Promise<readonly ActivityRow[]> {
        return (await store.catalogue.list()).map(({ contract }) => contract);
      },
    }),
  ];
}
