import { nanoid } from 'nanoid';
import { RETENTION_WORDS, type RetentionRun } from '../../definitions/model/retention.ts';
import type { RetentionView } from '../../definitions/model/views/retention.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { RetentionChangeSchema, RetentionRunSchema, RetentionViewSchema } from './retention.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** How long which data is kept. An auditor sees it; what takes data away is an admin's. */
export function retentionRoutes({ store, runs }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'readRetention',
      summary: 'How long which data is kept, who said so, and what was taken away lately',
      method: 'get',
      path: '/api/retention',
      access: ['auditor'],
      answer: RetentionViewSchema,
      handle: (): Promise<RetentionView> => viewOf(store),
    }),
    defineRoute({
      id: 'setRetention',
      summary: 'Says how long one kind of data is kept',
      method: 'put',
      path: '/api/retention',
      access: ['admin'],
      body: RetentionChangeSchema,
      answer: RetentionViewSchema,
      async handle({ body: { kind, days, why }, caller }): Promise<RetentionView> {
        const by = caller.person.id;
        await store.retention.set(kind, { days, by, why });
        await store.audit.record({
          who: by,
          act: 'set how long data is kept',
          subject: kind,
          detail: { days },
          why,
        });
        return viewOf(store);
      },
    }),
    defineRoute({
      id: 'runRetention',
      summary:
        'Takes away now what is older than it is kept; it goes on by itself, and the list of runs says how far',
      method: 'post',
      path: '/api/retention/run',
      access: ['admin'],
      status: 201,
      answer: RetentionRunSchema,
      async handle({ caller }): Promise<RetentionRun> {
        const id = `retention/${nanoid(21)}`;
        const by = caller.person.id;
        await runs.takeOldAway(id, by);
        return store.retention.begin(id, by);
      },
    }),
  ];
}

async function viewOf(store: Store): Promise<RetentionView> {
  const [rules, runs] = await Promise.all([store.retention.rules(), store.retention.runs()]);
  return { rules: rules.map((rule) => ({ ...rule, what: RETENTION_WORDS[rule.kind] })), runs };
}
