import type { WordList } from '../../definitions/flow/word-list.ts';
import type { Facts } from '../../definitions/reading/facts.schema.ts';
import { factsOfTexts } from '../../definitions/reading/facts-of-texts.ts';
import { LIST_USES, matcherFor, useOf } from '../../definitions/reading/list-use.ts';
import { placedTokens } from '../../definitions/reading/tokens.ts';
import { wordSenseOf } from '../../definitions/reading/word-sense.ts';
import type { WordHit } from '../../definitions/reading/word-matcher.ts';

/** A word found in a text: which characters of it, from, to (not among them). */
export interface PlacedHit {
  readonly hit: WordHit;
  readonly from: number;
  readonly to: number;
}

export interface TriedText {
  /** Of the list that is tried, in the order of the text. */
  readonly hits: readonly PlacedHit[];
  /** What the other lists find. */
  readonly others: readonly { readonly list: WordList; readonly hits: readonly PlacedHit[] }[];
  /** What the step that reads texts answers, if nothing but this is said. */
  readonly facts: Facts;
}

/** Reads a text as the step does, by all lists of a draft or revision. */
export function triedText(
  text: string,
  list: WordList,
  lists: { readonly [id: string]: WordList },
): TriedText {
  const sense = wordSenseOf(lists);
  const tokens = placedTokens(text);
  const spelled = tokens.map(({ token }) => token);
  const hitsOf = (of: WordList): readonly PlacedHit[] =>
    matcherFor(of, sense)
      .find(spelled)
      .filter((hit) => hit.list === of.id)
      .map((hit) => ({ hit, from: tokens[hit.from]?.from ?? 0, to: tokens[hit.to - 1]?.to ?? 0 }));
  const others = Object.values(lists)
    .filter((other) => other.id !== list.id && LOOKED_FOR.has(useOf(other)))
    .map((other) => ({ list: other, hits: hitsOf(other) }))
    .filter(({ hits }) => hits.length > 0);
  const facts = factsOfTexts({ all: [text], latest: [text], isReply: false, brand: '' }, sense);
  return { hits: hitsOf(list), others, facts };
}

/** Words that tell the language are in every sentence, and say nothing else. */
const LOOKED_FOR: ReadonlySet<string> = new Set(
  LIST_USES.filter((use) => use !== 'wording' && use !== 'language'),
);
