import type { ApprovalRow, ApprovalState, ApprovalView } from '../../definitions/model/views/approval.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import { keepPlans } from '../runs/keep-plans.ts';
import { StoreProblem } from '../store/problem.ts';
import type { Decider, HeldPublish } from '../store/publish-requests.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import {
  ApprovalParams,
  ApprovalRowSchema,
  ApprovalStateSchema,
  ApprovalViewSchema,
  ApproveBodySchema,
  SendBackBodySchema,
} from './approval.schema.ts';
import { approvalRow, readApprovalView } from './approval-view.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { FlowParams } from './flow.schema.ts';
import { detailOf } from './hold.ts';
import { recordPublished } from './record-published.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** What waits for a second person: looked at by everybody, decided by another than who asked. */
export function approvalRoutes({ store, needsApproval }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'readApprovalOfFlow',
      summary:
        'Whether publishing needs the approval of another person here, and what was asked last of a flow',
      method: 'get',
      path: '/api/flows/:flowId/approval',
      access: 'signed in',
      params: FlowParams,
      answer: ApprovalStateSchema,
      async handle({ params: { flowId } }): Promise<ApprovalState> {
        const last = await store.publishRequests.last(flowId);
        return {
          isNeeded: needsApproval,
          last: last === null ? null : approvalRow(last, await readDirectory(store)),
        };
      },
    }),
    defineRoute({
      id: 'readApproval',
      summary: 'What somebody asked to have published, exactly as it is held',
      method: 'get',
      path: '/api/approvals/:id',
      access: 'signed in',
      params: ApprovalParams,
      answer: ApprovalViewSchema,
      handle: async ({ params: { id }, caller }): Promise<ApprovalView> =>
        readApprovalView(store, await findHeld(store, id), caller),
    }),
    defineRoute({
      id: 'approve',
      summary: 'Publishes what is held, exactly as it was seen; never by who asked for it',
      method: 'post',
      path: '/api/approvals/:id/approve',
      access: DRAWERS,
      params: ApprovalParams,
      body: ApproveBodySchema,
      answer: ApprovalRowSchema,
      async handle({ params: { id }, body: { digest }, caller }): Promise<ApprovalRow> {
        const held = await findHeld(store, id);
        const { hash, revision, by, why, despite, wants, flow, name } = held;
        // Before it is live: the first case of it finds them.
        if (held.state === 'waiting') await keepPlans(store, hash, revision);
        const { number } = await unlessDecided(store, id, caller, () =>
          store.publishRequests.approve(id, digest, deciderOf(caller)),
        );
        const who = caller.person.id;
        await store.audit.record({
          who,
          act: 'approved a publish',
          subject: flow,
          detail: { ...detailOf(held), number, asked: by },
        });
        await recordPublished(store, {
          wants,
          by,
          why,
          hash,
          before: held.base.scenarios,
          after: held.scenarios ?? held.base.scenarios,
          detail: { flow, name, number, approved: who, ...(despite.length === 0 ? {} : { despite }) },
        });
        return rowOf(store, id);
      },
    }),
    defineRoute({
      id: 'sendBack',
      summary: 'Sends back what another person asked to have published, with a sentence',
      method: 'post',
      path: '/api/approvals/:id/send-back',
      access: DRAWERS,
      params: ApprovalParams,
      body: SendBackBodySchema,
      answer: ApprovalRowSchema,
      async handle({ params: { id }, body: { why }, caller }): Promise<ApprovalRow> {
        const request = await unlessDecided(store, id, caller, () =>
          store.publishRequests.sendBack(id, deciderOf(caller), why),
        );
        await store.audit.record({
          who: caller.person.id,
          act: 'sent a publish back',
          subject: request.flow,
          detail: { ...detailOf(request), asked: request.by },
          why,
        });
        return rowOf(store, id);
      },
    }),
    defineRoute({
      id: 'withdraw',
      summary: 'Takes back what one asked to have published oneself',
      method: 'post',
      path: '/api/approvals/:id/withdraw',
      access: DRAWERS,
      params: ApprovalParams,
      answer: ApprovalRowSchema,
      async handle({ params: { id }, caller }): Promise<ApprovalRow> {
        const request = await unlessDecided(store, id, caller, () =>
          store.publishRequests.withdraw(id, deciderOf(caller)),
        );
        await store.audit.record({
          who: caller.person.id,
          act: 'withdrew a publish',
          subject: request.flow,
          detail: detailOf(request),
        });
        return rowOf(store, id);
      },
    }),
  ];
}

function deciderOf({ person, self }: Caller): Decider {
  return { by: person.id, self: self.id };
}

async function findHeld(store: Store, id: string): Promise<HeldPublish> {
  const held = await store.publishRequests.find(id);
  if (held === null) throw notFound('request');
  return held;
}

async function rowOf(store: Store, id: string): Promise<ApprovalRow> {
  return approvalRow(await findHeld(store, id), await readDirectory(store));
}

const DONE = { approved: 'approved it', 'sent back': 'sent it back', withdrawn: 'withdrew it' } as const;

/** Names who decided before, and what. */
async function unlessDecided<T>(store: Store, id: string, caller: Caller, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'stale') throw error;
    const { state, decided } = await findHeld(store, id);
    if (decided === null || state === 'waiting') throw error;
    const { name } = (await readDirectory(store)).person(decided.by);
    const who = decided.by === caller.person.id ? 'You' : name === '' ? 'Somebody else' : name;
    throw new ApiProblem('stale', `${who} ${DONE[state]} before.`, 'Look at the flow as it is now.');
  }
}
