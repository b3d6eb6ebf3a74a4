import { wordsIn } from '../words/catalogue.ts';
import { readersLanguages } from '../words/locale.ts';

/** Every text of the pages, in the reader's language. They stand in editor/words, a file for each page. */
export const words = wordsIn(readersLanguages);
