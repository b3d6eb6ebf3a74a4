import type { Revision } from '../../definitions/flow/revision.ts';
import { COMPILER, compileRevision } from '../interpreter/compile-revision.ts';
import type { Store } from '../store/store.ts';

/**
 * Compiles a revision and keeps its plans, as JSON text, so that workers need only link them. Answers them, also when
 * the store takes no write right now: they are made anew where they are missing.
 */
export async function keepPlans(
  { plans }: Pick<Store, 'plans'>,
  hash: string,
  revision: Revision,
): Promise<string> {
  const text = JSON.stringify(compileRevision(revision));
  await plans.put(hash, COMPILER, text).catch(() => undefined);
  return text;
}
