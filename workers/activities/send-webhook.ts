import { z } from 'zod';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { postSigned } from '../channels/webhook-out/post-signed.ts';

/** Tells another system, by a CloudEvent that carries the occasion's key: a repeated one is refused over there. */
export const sendWebhook = defineActivity({
  name: 'sendWebhook',
  title: 'Tell another system',
  description: 'Posts a signed CloudEvent with facts of the case to an address of the installation.',
  icon: 'webhook',
  input: z.strictObject({
    target: z.string().describe('Name of the address, as the installation calls it'),
    event: z.string().max(200).describe('Type of the event, com.example.case.opened for instance'),
    facts: z.record(z.string(), z.json()).nullish(),
  }),
  output: z.object({ delivered: z.boolean() }),
  effect: 'keyed',
  errors: ['unknown target', 'refused'],
  async run({ target, event, facts }, { call, webhooks, key, effect }) {
    const address = webhooks.get(target);
    if (address === undefined) throw new ActivityProblem('unknown target', { retry: false, happened: 'no' });
    const delivered = await effect({
      kind: 'keyed',
      recall: () => true,
      perform: async () => {
        await postSigned(address, {
          key,
          type: event,
          subject: call.caseId,
          time: call.at,
          data: facts ?? {},
        });
        return { externalId: null, output: true };
      },
    });
    return { delivered: delivered !== null };
  },
});
