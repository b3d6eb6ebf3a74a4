import type { CaseScenario } from '../../definitions/model/views/case-scenario.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { RunEvent } from '../interpreter/event.ts';
import { link, type Program } from '../interpreter/link.ts';
import { scenarioOf } from '../simulate/scenario-of.ts';
import type { ToldEvents } from '../simulate/told-events.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { CaseScenarioParams, CaseScenarioSchema } from './case-scenario.schema.ts';
import type { Deps } from './deps.ts';
import { defineRoute, type Route } from './route.ts';

/** A case as a scenario for those who draw flows. */
export function caseScenarioRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'takeScenario',
      summary: 'A case as a scenario to try flows with, without anything that somebody wrote or is called',
      method: 'get',
      path: '/api/cases/:caseId/scenario',
      access: DRAWERS,
      params: CaseScenarioParams,
      answer: CaseScenarioSchema,
      async handle({ params: { caseId }, caller }): Promise<CaseScenario> {
        const found = await store.cases.find(caseId);
        if (found === null) throw notFound('case');
        const told = await readTold(store, caseId);
        const taken = scenarioOf(told, `A case of ${found.openedAt.slice(0, 10)}`);
        if (taken === null)
          throw new ApiProblem(
            'conflict',
            'What the steps of this case were told was not kept.',
            'Take a case that began since Earshot was updated, and that has reported.',
          );
        await store.audit.record({
          who: caller.person.id,
          act: 'took a scenario from a case',
          caseId,
          subject: caseId,
        });
        return taken;
      },
    }),
  ];
}

/** What the runs of a case were told, with the programs that took it; from where on all of it is known. */
async function readTold(store: Store, caseId: string): Promise<readonly ToldEvents[]> {
  const parts = await store.cases.told(caseId);
  const programs = new Map<string, Program>();
  const told: ToldEvents[] = [];
  for (const { revision: hash, events } of parts) {
    const revision = programs.has(hash) ? null : await store.revisions.get(hash);
    if (revision !== null) programs.set(hash, link(revision));
    const program = programs.get(hash);
    if (program === undefined) continue;
    const parsed: readonly RunEvent[] = JSON.parse(events);
    told.push({ program, events: parsed });
  }
  return told;
}
