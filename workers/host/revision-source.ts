import type { Revision } from '../../definitions/flow/revision.ts';
import { COMPILER } from '../../engine/interpreter/compile-revision.ts';
import { keepPlans } from '../../engine/runs/keep-plans.ts';
import type { Store } from '../../engine/store/store.ts';
import { recentOnly } from '../sdk/recent-only.ts';

/** The JSON of a `RevisionInSandbox`; null when there is no revision of that hash. */
export type RevisionSource = (hash: string) => Promise<string | null>;

/** How many revisions a worker keeps as text: those of running cases are few. */
const AT_HAND = 16;

/**
 * Reads revisions with their plans; the last few used stay at hand. Plans that another version of the compiler made,
 * or nobody yet, are made here and kept.
 */
export function revisionSource(store: Pick<Store, 'revisions' | 'plans'>): RevisionSource {
  const texts = recentOnly<Promise<string | null>>(AT_HAND);
  return (hash) => texts(hash, () => textOf(store, hash));
}

async function textOf(store: Pick<Store, 'revisions' | 'plans'>, hash: string): Promise<string | null> {
  const canonical = await store.revisions.raw(hash);
  if (canonical === null) return null;
  const revision: Revision = JSON.parse(canonical);
  const plans = (await store.plans.get(hash, COMPILER)) ?? (await keepPlans(store, hash, revision));
  return revisionText(canonical, plans);
}

/** A revision's JSON and that of its plans, as one; without plans the sandbox compiles. */
export function revisionText(canonical: string, plans = 'null'): string {
  return `{"revision":${canonical},"compiled":${plans}}`;
}
