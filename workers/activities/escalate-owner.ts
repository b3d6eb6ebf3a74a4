import { z } from 'zod';
import { EARSHOT } from '../../definitions/model/act.ts';
import { StoreProblem } from '../../engine/store/problem.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import type { ActivityContext } from '../sdk/context.ts';
import { caseOfCall } from './case-of-call.ts';
import { levelOf, nextRung } from './ladder.ts';
import { OwnerSchema } from './owner.ts';

const ACT = 'owner moved up';

/** Moves the case one rung up the ladder, once for each occasion however often it is tried. */
export const escalateOwner = defineActivity({
  name: 'escalateOwner',
  title: 'Ask the next one up',
  description: "The owner's lead takes over, then the team's lead. At the top the owner stays.",
  icon: 'stairs-up',
  input: z.strictObject({ up: z.boolean().nullish().describe('False: the owner stays. Default: up a rung') }),
  output: OwnerSchema,
  effect: 'own',
  errors: ['unknown case'],
  async run({ up }, context) {
    const { store, call } = context;
    const { owner } = await caseOfCall(context);
    if (up === false) return { ...owner, level: await levelOf(store, owner) };
    const before = await movedBefore(context);
    const next = before ?? (await nextRung(store, owner));
    if (before === null) {
      // The record comes first: a second try finds whom the first one chose, and does not climb further.
      await store.audit.record({
        who: EARSHOT,
        act: ACT,
        caseId: call.caseId,
        subject: context.key,
        detail: { from: owner.person, to: next.person, team: next.team },
      });
    }
    await store.cases.assign(call.caseId, next);
    await offerOpenTasks(context, next.person);
    return { ...next, level: await levelOf(store, next) };
  },
});

const RecordedMove = z.object({ to: z.string().nullable(), team: z.string().nullable() });

async function movedBefore({
  store,
  call,
  key,
}: ActivityContext): Promise<{ team: string | null; person: string | null } | null> {
  const { items } = await store.audit.list({ act: ACT, caseId: call.caseId, subject: key });
  const [entry] = items;
  if (entry === undefined) return null;
  const { to, team } = RecordedMove.parse(entry.detail);
  return { team, person: to };
}

/** What nobody took yet goes to the new owner; what somebody is writing at stays theirs. */
async function offerOpenTasks({ store, call }: ActivityContext, person: string | null): Promise<void> {
  if (person === null) return;
  for (const task of await store.tasks.openOf(call.caseId)) {
    if (task.takenBy !== null) continue;
    await store.tasks
      .handOver(task.id, { version: task.version, by: EARSHOT, to: { person } })
      .catch((error: unknown) => {
        if (!(error instanceof StoreProblem) || error.code !== 'stale') throw error;
      });
  }
}
