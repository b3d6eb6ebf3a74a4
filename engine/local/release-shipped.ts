import { assembleRevision } from '../../definitions/flow/publish.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { keepPlans } from '../runs/keep-plans.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import type { RevisionRecord } from '../store/revisions.ts';
import type { Store } from '../store/store.ts';
import { FIRST_PERSON } from './first-people.ts';
import { LocalProblem } from './local-problem.ts';

const WHY = 'The flow that comes with Earshot, for a new installation';

/**
 * Publishes and releases the shipped flow with the contracts that workers have published, unless some flow of its id
 * is live already. Answers what it released, or null.
 */
export async function releaseShippedFlow(store: Store): Promise<RevisionRecord | null> {
  const { flow, scenarios, ...parts } = mentionCare();
  if ((await store.releases.live(flow.id)) !== null) return null;
  const activities = Object.fromEntries(
    (await store.catalogue.list()).map(({ contract }) => [contract.name, contract]),
  );
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  if ('issues' in assembly) {
    const [first] = assembly.issues.filter((issue) => issue.severity === 'error');
    throw new LocalProblem(
      'flow not released',
      `The shipped flow cannot be released (${first?.message.replace(/\.$/, '') ?? 'no reason given'})`,
      'see that the worker that runs is of the same version',
    );
  }
  const record = await store.revisions.put(assembly.revision, {
    author: FIRST_PERSON.id,
    why: WHY,
    scenarios,
  });
  await keepPlans(store, record.hash, assembly.revision);
  await store.releases.release(flow.id, record.hash, FIRST_PERSON.id, WHY);
  return record;
}
