import type { Revision } from '../../definitions/flow/revision.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';

/**
 * What Earshot says by itself: the entry of the revision's list `wording-<language>` that means `what`; English
 * where the language has none. Fails with 'no wording' when there is none at all.
 */
export function wordingFor(revision: Revision, what: string, language: string): string {
  for (const list of [`wording-${language}`, 'wording-en']) {
    const entry = revision.wordLists[list]?.entries.find(({ means }) => means === what);
    if (entry !== undefined) return entry.phrase;
  }
  throw new ActivityProblem('no wording', { retry: false, happened: 'no' });
}
