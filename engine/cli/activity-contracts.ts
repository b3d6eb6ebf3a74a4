import type { ActivityContract } from '../../definitions/activity/contract.ts';
import { ActivityContractSchema } from '../../definitions/flow/revision.schema.ts';
import type { LibraryFlow } from '../../definitions/library/library-flow.ts';
import { homeFolder } from '../local/folders.ts';
import { createApiClient, targetOf } from './api-client.ts';

/** Contracts by activity name; `known` tells whether they are those of workers or stand for nothing known. */
export interface Contracts {
  readonly activities: { readonly [name: string]: ActivityContract };
  readonly known: boolean;
}

/** The contracts that a running Earshot's workers published; without one, contracts under which anything goes. */
export async function activityContracts(drawing: LibraryFlow, env: NodeJS.ProcessEnv): Promise<Contracts> {
  const target = targetOf(homeFolder(env), env);
  if (target() === null) return { activities: anythingGoes(drawing), known: false };
  const api = createApiClient({ target, notice: () => undefined, patienceMs: 0 });
  const answer = await api.request('GET', '/api/activities').catch(() => null);
  const list = ActivityContractSchema.array().safeParse(answer?.body);
  if (!list.success) return { activities: anythingGoes(drawing), known: false };
  return {
    activities: Object.fromEntries(list.data.map((contract) => [contract.name, contract])),
    known: true,
  };
}

function anythingGoes({ flows }: LibraryFlow): Contracts['activities'] {
  const names = Object.values(flows).flatMap((flow) =>
    flow.nodes.flatMap((node) => (node.kind === 'serviceTask' ? [node.activity] : [])),
  );
  return Object.fromEntries(names.map((name) => [name, unknownContract(name)]));
}

function unknownContract(name: string): ActivityContract {
  return {
    name,
    title: name,
    description: '',
    input: {},
    output: {},
    effect: 'own',
    errors: [],
    retry: { maximumAttempts: 1, initialIntervalMs: 1_000, backoffCoefficient: 2, maximumIntervalMs: 60_000 },
    limits: { startToCloseMs: 10_000, scheduleToCloseMs: 60_000 },
  };
}
