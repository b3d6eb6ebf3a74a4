import type { Act } from '../../definitions/model/act.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { FlowParams, FlowRowSchema, StandingBodySchema } from './flow.schema.ts';
import { readFlowRow } from './flow-view.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

/** Which flows are out of the way, and which one new cases begin with. */
export function flowStandingRoutes(deps: Deps): readonly Route[] {
  const { store } = deps;
  const recorded = async (
    flowId: string,
    entry: { readonly who: string; readonly act: Act; readonly why?: string },
  ): Promise<FlowRow> => {
    const row = await readFlowRow(deps, flowId);
    await store.audit.record({ ...entry, subject: flowId, detail: { name: row.name } });
    return row;
  };
  return [
    defineRoute({
      id: 'archiveFlow',
      summary: 'Puts a flow out of the way; cases that run by it go on',
      method: 'post',
      path: '/api/flows/:flowId/archive',
      access: DRAWERS,
      params: FlowParams,
      body: StandingBodySchema,
      answer: FlowRowSchema,
      async handle({ params: { flowId }, body: { why }, caller }): Promise<FlowRow> {
        await readFlowRow(deps, flowId);
        const who = caller.person.id;
        await store.flowStandings.archive(flowId, who, why);
        return recorded(flowId, { who, act: 'archived a flow', why });
      },
    }),
    defineRoute({
      id: 'bringFlowBack',
      summary: 'Brings an archived flow back',
      method: 'post',
      path: '/api/flows/:flowId/bring-back',
      access: DRAWERS,
      params: FlowParams,
      answer: FlowRowSchema,
      async handle({ params: { flowId }, caller }): Promise<FlowRow> {
        await readFlowRow(deps, flowId);
        await store.flowStandings.bringBack(flowId);
        return recorded(flowId, { who: caller.person.id, act: 'brought a flow back' });
      },
    }),
    defineRoute({
      id: 'letFlowTakeCases',
      summary: 'Lets new cases begin with this flow from now on, and with no other',
      method: 'post',
      path: '/api/flows/:flowId/take-cases',
      access: DRAWERS,
      params: FlowParams,
      body: StandingBodySchema,
      answer: FlowRowSchema,
      async handle({ params: { flowId }, body: { why }, caller }): Promise<FlowRow> {
        // What is live once stays so: it cannot be taken back in between.
        if ((await readFlowRow(deps, flowId)).live === null) {
          throw new ApiProblem(
            'conflict',
            'No revision of this flow is live, so no case could begin with it.',
            'Release one first.',
          );
        }
        await store.flowStandings.letTakeCases(flowId);
        const act = 'let new cases begin with a flow';
        return recorded(flowId, { who: caller.person.id, act, why });
      },
    }),
  ];
}
