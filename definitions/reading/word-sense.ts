import type { Revision } from '../flow/revision.ts';
import type { WordList } from '../flow/word-list.ts';
import { WordMatcher } from './word-matcher.ts';

/**
 * What the word lists of a revision are for, told by how their ids begin: `topics-…`, `flags-…`, `steps-…` (of the
 * company's own process), `mood-…` (weights), `noise-…`, `language-…`, `short-…` (yes and no), `wording-…` (what
 * Earshot says by itself; not searched for).
 */
export interface WordSense {
  readonly topics: WordMatcher;
  readonly flags: WordMatcher;
  readonly steps: WordMatcher;
  readonly mood: WordMatcher;
  readonly signs: WordMatcher;
  readonly noise: WordMatcher;
  readonly language: WordMatcher;
  readonly short: WordMatcher;
}

const known = new WeakMap<Revision['wordLists'], WordSense>();

/** The matchers of a revision's word lists; made once for as long as the revision is at hand. */
export function wordSenseOf(wordLists: Revision['wordLists']): WordSense {
  const sense = known.get(wordLists) ?? build(Object.values(wordLists));
  known.set(wordLists, sense);
  return sense;
}

function build(lists: readonly WordList[]): WordSense {
  const beginning = (kind: string): WordMatcher =>
    new WordMatcher(lists.filter((list) => list.id.startsWith(`${kind}-`)));
  return {
    topics: beginning('topics'),
    flags: beginning('flags'),
    steps: beginning('steps'),
    mood: new WordMatcher(lists.filter((list) => list.id.startsWith('mood-') && list.language !== undefined)),
    signs: new WordMatcher(
      lists.filter((list) => list.id.startsWith('mood-') && list.language === undefined),
    ),
    noise: beginning('noise'),
    language: beginning('language'),
    short: beginning('short'),
  };
}
