import { english } from './english.ts';

/** A catalogue of all texts. Another language is a file like english.ts; the compiler names what it lacks. */
export type Words = typeof english;

export const CATALOGUES: ReadonlyMap<string, Words> = new Map([['en', english]]);

/** The catalogue of the first of the reader's languages (BCP 47, best first) that there is one of; else English. */
export function wordsIn<T>(languages: readonly string[], catalogues: ReadonlyMap<string, T>): T {
  for (const language of [...languages, 'en']) {
    const found = catalogues.get(language) ?? catalogues.get(language.split('-')[0] ?? '');
    if (found !== undefined) return found;
  }
  throw new Error('There are no words in English.');
}
