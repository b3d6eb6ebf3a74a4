import { english } from './english.ts';

/** A catalogue of all texts. Another language is a file like english.ts; the compiler names what it lacks. */
export type Words = typeof english;

const CATALOGUES: ReadonlyMap<string, Words> = new Map([['en', english]]);

/** The catalogue of the first of the reader's languages (BCP 47, best first) that there is one of; else English. */
export function wordsIn(
  languages: readonly string[],
  catalogues: ReadonlyMap<string, Words> = CATALOGUES,
): Words {
  for (const language of languages) {
    const found = catalogues.get(language) ?? catalogues.get(language.split('-')[0] ?? '');
    if (found !== undefined) return found;
  }
  return english;
}
