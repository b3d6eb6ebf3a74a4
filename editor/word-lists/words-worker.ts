import { wordCheck } from '../../definitions/reading/check-words.ts';
import { phraseParts, type PhrasePart } from '../../definitions/reading/word-matcher.ts';
import type { WordsAnswer, WordsQuestion } from './use-word-checks.ts';

/** What phrases were taken apart into: of a list that is edited, nearly all stay as they were. */
const parts = new Map<string, readonly PhrasePart[]>();
const MOST_REMEMBERED = 100_000;

function partsOf(phrase: string): readonly PhrasePart[] {
  const known = parts.get(phrase);
  if (known !== undefined) return known;
  if (parts.size >= MOST_REMEMBERED) parts.clear();
  const found = phraseParts(phrase);
  parts.set(phrase, found);
  return found;
}

/** Looks word lists over beside the page, so that writing never waits for it. */
self.onmessage = ({ data: { version, id, rows } }: MessageEvent<WordsQuestion>) => {
  const check = wordCheck({ id }, rows, partsOf);
  const answer: WordsAnswer = { version, found: rows.map(check) };
  self.postMessage(answer);
};
