import { z } from 'zod';
import { EARSHOT } from '../../../definitions/model/act.ts';
import { defineActivity } from '../../../workers/sdk/define-activity.ts';

/** What stands in the record when somebody was told; whom says its detail. */
export const NETWORK_TOLD = { act: 'team was told', team: 'network' } as const;

/** What an engineer of some company writes, and no page of Earshot knows of: calls the network team to an outage. */
export const tellNetwork = defineActivity({
  name: 'tellNetwork',
  title: 'Tell the network team',
  description: 'Calls whoever of the network team is on duty to an outage.',
  icon: 'antenna',
  input: z.strictObject({
    how: z.enum(['ring', 'message']).describe('Ring them at night as well, or leave a message'),
    area: z.string().max(100).nullish().describe('Region of the outage, if it is known'),
    withinMinutes: z.number().int().min(1).max(240).describe('By when somebody of them must have looked'),
  }),
  output: z.object({ told: z.boolean(), ticket: z.string() }),
  effect: 'own',
  async run({ how, area, withinMinutes }, { store, call, key }) {
    const { act, team } = NETWORK_TOLD;
    const { items } = await store.audit.list({ act, caseId: call.caseId, subject: key });
    const detail = { team, how, area: area ?? null, withinMinutes };
    if (items.length === 0)
      await store.audit.record({ who: EARSHOT, act, caseId: call.caseId, subject: key, detail });
    return { told: true, ticket: `NET-${call.caseId}` };
  },
});
