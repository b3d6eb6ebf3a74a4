import { wordsIn } from '../words/catalogue.ts';
import { englishDrawing } from '../words/drawing/english.ts';
import { readersLanguages } from '../words/locale.ts';

/** The texts that only drawing needs, in the reader's language: they come with the designer, not with the first page. */
export const drawingWords = wordsIn(readersLanguages, new Map([['en', englishDrawing]]));
