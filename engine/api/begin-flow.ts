import { asAnotherFlow, contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { flowIdFor, isSameName } from '../../definitions/flow/flow-names.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import type { Draft } from '../store/drafts.ts';
import { StoreProblem } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem } from './api-problem.ts';

/** So often somebody else may take the id that was chosen, before it is a fault. */
const MOST_TRIES = 10;

/** Begins a draft under this name and an id that no other flow has: of a new flow, or of a copy of another's content. */
export async function beginFlow(
  store: Store,
  { name, copied, by }: { readonly name: string; readonly copied: DraftContent | null; readonly by: string },
): Promise<Draft> {
  for (let attempt = 1; ; attempt += 1) {
    const ids = new Set([
      ...(await refuseTakenName(store, name)),
      // A flow must not have the id of one that it calls.
      ...Object.keys(copied?.called ?? {}),
    ]);
    const id = flowIdFor(name, ids);
    const content = copied === null ? newFlow(id, name) : asAnotherFlow(copied, { id, name });
    try {
      return await store.drafts.begin(content, by);
    } catch (error) {
      const wasFaster = error instanceof StoreProblem && error.code === 'refused';
      if (!wasFaster || attempt >= MOST_TRIES) throw error;
    }
  }
}

/** Throws 'conflict' when another flow than `except` has this name; answers the ids of all flows. */
export async function refuseTakenName(
  store: Store,
  name: string,
  except?: string,
): Promise<readonly string[]> {
  const [records, drafts, { archived }] = await Promise.all([
    store.revisions.list(),
    store.drafts.list(),
    store.flowStandings.read(),
  ]);
  // Of each flow the newest revision comes first; by older names nobody knows it any more.
  const newest = records.filter(({ flow }, index) => records[index - 1]?.flow !== flow);
  const other = [...newest, ...drafts].find((one) => one.flow !== except && isSameName(one.name, name));
  if (other !== undefined) {
    const where = archived.some(({ flow }) => flow === other.flow) ? ' in the archive' : '';
    throw new ApiProblem(
      'conflict',
      `There is a flow of this name${where} already.`,
      'Give it another name.',
      { errors: [{ field: 'name', reason: `A flow${where} has this name already.` }] },
    );
  }
  return [...newest, ...drafts, ...archived].map(({ flow }) => flow);
}

/** What a copy begins with; null if what it was to be made of is not there. */
export async function copiedContent(
  store: Store,
  of: { readonly revision: string } | { readonly draft: string },
): Promise<DraftContent | null> {
  if ('draft' in of) return (await store.drafts.find(of.draft))?.content ?? null;
  const revision = await store.revisions.get(of.revision);
  return revision === null ? null : contentOf(revision, await store.revisions.scenarios(of.revision));
}
