import type { WordList } from '../flow/word-list.ts';
import { BROKEN_STEPS } from '../model/case.ts';
import { LANGUAGES, TOPICS } from './facts.ts';
import { WordMatcher } from './word-matcher.ts';
import type { WordSense } from './word-sense.ts';

/** What a word list is for, told by how its id begins (see WordSense); `other`: no step reads it. */
export const LIST_USES = [
  'topics',
  'flags',
  'steps',
  'mood',
  'noise',
  'language',
  'short',
  'wording',
] as const;
export type ListUse = (typeof LIST_USES)[number] | 'other';

export function useOf({ id }: Pick<WordList, 'id'>): ListUse {
  return LIST_USES.find((use) => id.startsWith(`${use}-`)) ?? 'other';
}

/** What the steps that read know of the meanings of a list: with `closed`, whatever means something else does nothing. */
export interface KnownMeanings {
  readonly meanings: readonly string[];
  readonly closed: boolean;
}

const KNOWN: { readonly [use in ListUse]: KnownMeanings } = {
  topics: { meanings: TOPICS.filter((topic) => topic !== 'none'), closed: false },
  flags: {
    meanings: [
      'complaint',
      'praise',
      'thanks',
      'question',
      'put right',
      'not put right',
      'asks for a person',
      'legal threat',
      'wrong charge',
      'leaving',
      'vulnerable',
    ],
    closed: false,
  },
  steps: { meanings: BROKEN_STEPS.filter((step) => step !== 'none'), closed: true },
  mood: { meanings: ['mood', 'negation'], closed: false },
  noise: { meanings: ['address', 'automated'], closed: true },
  language: { meanings: LANGUAGES.filter((one) => one !== 'other' && one !== 'unknown'), closed: true },
  short: { meanings: ['yes', 'no'], closed: true },
  wording: { meanings: ['answer', 'thanks', 'satisfaction question'], closed: true },
  other: { meanings: [], closed: false },
};

export function knownMeanings(list: Pick<WordList, 'id'>): KnownMeanings {
  return KNOWN[useOf(list)];
}

/** Activities that read word lists, by the uses of the lists that they look at. */
const READERS: { readonly [activity: string]: readonly ListUse[] } = {
  deriveFacts: ['topics', 'flags', 'steps', 'mood', 'noise', 'language', 'short'],
  sendReply: ['language', 'wording'],
};

/** Of these lists, those that an activity looks at. */
export function listsReadBy<L extends Pick<WordList, 'id'>>(
  activity: string,
  lists: readonly L[],
): readonly L[] {
  const uses = Object.hasOwn(READERS, activity) ? (READERS[activity] ?? []) : [];
  return lists.filter((list) => uses.includes(useOf(list)));
}

/**
 * Who finds the words of a list, together with those of all lists that are read at once with it: the longest of all
 * counts. A list that no step reads is searched for by itself.
 */
export function matcherFor(list: WordList, sense: WordSense): WordMatcher {
  const use = useOf(list);
  if (use === 'mood') return list.language === undefined ? sense.signs : sense.mood;
  return use === 'wording' || use === 'other' ? new WordMatcher([list]) : sense[use];
}
