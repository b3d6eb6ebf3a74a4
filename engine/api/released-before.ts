import { StoreProblem } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { readDirectory } from './directory.ts';

/** A draft that somebody wants to release. */
export interface Wanted {
  readonly flow: string;
  /** Which draft of the flow; undefined: whichever there is. */
  readonly born: string | undefined;
  readonly by: string;
}

/** Why a draft is not there to be released: it was released before, and by whom; or it was thrown away. */
export async function whatBecameOf(store: Store, { flow, born, by }: Wanted): Promise<ApiProblem> {
  if (born === undefined) return notFound('draft');
  const ofDraft = ({ draft }: { readonly draft?: string }): boolean => draft === born;
  const release = (await store.releases.history(flow)).find(ofDraft);
  const stories = (await store.stories.history(flow)).find(ofDraft);
  const became = release ?? stories;
  if (became === undefined)
    return new ApiProblem(
      'conflict',
      'This draft is gone: it was thrown away.',
      'Nothing of it was released. A draft can be begun with what is live.',
    );
  const [directory, record] = await Promise.all([readDirectory(store), store.revisions.find(became.hash)]);
  const name = directory.person(became.by).name;
  const who = became.by === by ? 'You' : name === '' ? 'Somebody else' : name;
  return new ApiProblem(
    'conflict',
    release === undefined
      ? `${who} kept the stories of this draft before, with revision ${record?.number ?? 1}.`
      : `${who} released this draft before, as revision ${record?.number ?? 1}.`,
    'It is live. Begin a draft with it to change it further.',
  );
}

/** The same for a draft that goes while it is about to be released. */
export async function unlessReleased<T>(store: Store, wanted: Wanted, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'not found') throw error;
    throw await whatBecameOf(store, wanted);
  }
}
