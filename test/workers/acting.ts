import { z } from 'zod';
import { defineActivity, type ActivityDefinition } from '../../workers/sdk/define-activity.ts';
import type { Act } from '../../workers/sdk/ledger.ts';

export type Knowledge = 'keyed' | 'searchable' | 'once';

/** An activity that does one thing to the outside world, of which can be known what `kind` says. */
export function acting(
  kind: Knowledge,
  url: string,
  around: { before?: () => void; after?: () => void } = {},
): ActivityDefinition {
  const ask = async (path: string, key: string, method: string): Promise<unknown> => {
    const response = await fetch(`${url}/${path}`, { method, headers: { 'idempotency-key': key } });
    return response.json();
  };
  const act = {
    recall: (output: unknown) => z.string().parse(output),
    async perform(key: string) {
      around.before?.();
      await ask(kind === 'keyed' ? 'keyed' : 'plain', key, 'POST');
      around.after?.();
      return { externalId: key, output: 'acted' };
    },
  };
  const found = z.object({ found: z.boolean() });
  const whole: Act<string> =
    kind === 'searchable'
      ? {
          ...act,
          kind,
          search: async (key) =>
            found.parse(await ask('search', key, 'GET')).found ? { externalId: key, output: 'found' } : null,
        }
      : { ...act, kind };
  return defineActivity({
    name: 'act',
    title: 'Act',
    description: 'Does one thing to the world.',
    input: z.strictObject({}),
    output: z.object({ came: z.string().nullable() }),
    effect: kind,
    run: async (_input, { effect }) => ({ came: await effect(whole) }),
  });
}
