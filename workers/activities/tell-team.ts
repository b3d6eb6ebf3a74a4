import { z } from 'zod';
import { EARSHOT } from '../../definitions/model/act.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { caseOfCall } from './case-of-call.ts';

const ACT = 'team was told';

/** Passes something on to the team that owns the case; it stands in the record, where the team reads it. */
export const tellTeam = defineActivity({
  name: 'tellTeam',
  title: 'Tell the team',
  description: 'Passes praise on to the team that owns the case.',
  icon: 'speakerphone',
  input: z.strictObject({ about: z.string().max(100).describe('What it is about: praise, for instance') }),
  output: z.object({ told: z.boolean(), team: z.string().nullable() }),
  effect: 'own',
  errors: ['unknown case'],
  async run({ about }, context) {
    const { store, call, key } = context;
    const { owner } = await caseOfCall(context);
    const { items } = await store.audit.list({ act: ACT, caseId: call.caseId, subject: key });
    if (items.length === 0) {
      await store.audit.record({
        who: EARSHOT,
        act: ACT,
        caseId: call.caseId,
        subject: key,
        detail: { about, team: owner.team },
      });
    }
    return { told: owner.team !== null, team: owner.team };
  },
});
