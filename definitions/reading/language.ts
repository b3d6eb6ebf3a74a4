import { franc } from 'franc-min';
import { LANGUAGES, type Language } from './facts.ts';
import { isWord } from './tokens.ts';
import type { WordSense } from './word-sense.ts';

/** Trigrams need some text before they say more than chance. */
const SHORTEST_FOR_TRIGRAMS = 60;

const BY_ISO_639_3: { readonly [code: string]: Language } = {
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  deu: 'de',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
};

/**
 * In which language a text is. Short ones are told by their small words (the revision's `language-…` lists), longer
 * ones by trigrams; another script than Latin is 'other', and what gives no hint 'unknown'.
 */
export function languageOf(text: string, tokens: readonly string[], sense: WordSense): Language {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'unknown';
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return 'other';
  const bySmallWords = smallWords(tokens, sense);
  if (bySmallWords !== null) return bySmallWords;
  if (letters < SHORTEST_FOR_TRIGRAMS) return 'unknown';
  return BY_ISO_639_3[franc(text)] ?? 'other';
}

/** The language whose small words make up a fifth of the text, and twice as many as any other's. */
function smallWords(tokens: readonly string[], sense: WordSense): Language | null {
  const counts = new Map<string, number>();
  for (const hit of sense.language.find(tokens)) counts.set(hit.means, (counts.get(hit.means) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] * 5 < tokens.filter(isWord).length || first[1] < 2 * (second?.[1] ?? 0))
    return null;
  return LANGUAGES.find((language) => language === first[0]) ?? null;
}
