import { wordsIn } from '../words/catalogue.ts';
import { readersLanguages } from '../words/locale.ts';
import { who } from '../words/who.ts';

/** The texts of the page that asks who somebody is, in the reader's language: they come with it. */
export const whoWords = wordsIn(readersLanguages, new Map([['en', who]]));
