import type { ListUse } from '../../definitions/reading/list-use.ts';
import { isWord } from '../../definitions/reading/tokens.ts';
import { phraseParts, type PhrasePart } from '../../definitions/reading/word-matcher.ts';
import type { WordRow } from '../../definitions/reading/word-row.ts';
import { drawingWords } from '../shell/drawing-words.ts';

/** What a line of a word list finds, or what it is sent as, in words. */
export function toldPhrase({ phrase, means }: WordRow, use: ListUse): string {
  const { told } = drawingWords.wordLists;
  if (use === 'wording') return means === '' ? '' : told.said(means);
  const parts = phraseParts(phrase);
  const [only] = parts;
  if (only === undefined) return phrase.trim() === '' ? '' : told.nothing;
  if (parts.length === 1) return toldAlone(only);
  if (parts.every(({ open }) => !open)) return told.inARow(parts.map(({ token }) => token).join(' '));
  return parts
    .map(({ token, open }) => (open ? told.open(token) : told.piece(token)))
    .reduce((before, piece) => told.behind(before, piece));
}

function toldAlone({ token, open }: PhrasePart): string {
  const { told } = drawingWords.wordLists;
  if (open) return told.beginning(token);
  return isWord(token) ? told.word(token) : told.sign(token);
}
