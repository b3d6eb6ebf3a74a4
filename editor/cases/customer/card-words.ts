import { wordsIn } from '../../words/catalogue.ts';
import { customerCard } from '../../words/customer-card.ts';
import { readersLanguages } from '../../words/locale.ts';

/** The texts of the customer's card, in the reader's language: they come with the page of a case. */
export const cardWords = wordsIn(readersLanguages, new Map([['en', customerCard]]));
