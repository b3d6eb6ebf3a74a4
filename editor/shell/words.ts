import { CATALOGUES, wordsIn } from '../words/catalogue.ts';
import { readersLanguages } from '../words/locale.ts';

/** The texts of the pages, in the reader's language. They stand in editor/words, a file for each page. */
export const words = wordsIn(readersLanguages, CATALOGUES);
