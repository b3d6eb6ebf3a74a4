import { StoreProblem } from '../store/problem.ts';
import type { Draft } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem } from './api-problem.ts';
import { readDirectory } from './directory.ts';

/** Names who was faster, where the store only knows that somebody was. */
export async function unlessStale<T>(store: Store, flow: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'stale') throw error;
    throw await staleDraft(store, await store.drafts.find(flow));
  }
}

/** Says who changed a draft since it was looked at. */
export async function staleDraft(store: Store, draft: Draft | null): Promise<ApiProblem> {
  const name = draft === null ? '' : (await readDirectory(store)).person(draft.by).name;
  return new ApiProblem(
    'stale',
    `${name === '' ? 'Somebody else' : name} changed this draft meanwhile; nothing of theirs was overwritten.`,
    'Look at it as it is now, then decide anew.',
  );
}
