import { z } from 'zod';
import { defineActivity } from '../sdk/define-activity.ts';

/** Writes down what the customer is given, once for each occasion. */
export const recordRemedy = defineActivity({
  name: 'recordRemedy',
  title: 'Record the remedy',
  description: 'Keeps on the case what the customer is given and on whose word.',
  icon: 'gift',
  input: z.strictObject({
    kind: z.enum(['none', 'apology', 'credit', 'premium channel', 'new visit']).nullish(),
    amount: z.number().min(0).nullish().describe('Credit, in dollars'),
    months: z.number().min(0).nullish().describe('Months of the premium channel'),
    by: z.string().nullish().describe('Person whose word it is'),
  }),
  output: z.object({ recorded: z.boolean() }),
  effect: 'own',
  async run({ kind, amount, months, by }, { store, call, key }) {
    if (kind == null || kind === 'none') return { recorded: false };
    await store.remedies.record({
      key,
      caseId: call.caseId,
      kind,
      // A form has a field for each: nought of it is none.
      amount: amount || null,
      months: months || null,
      by: by ?? null,
    });
    return { recorded: true };
  },
});
