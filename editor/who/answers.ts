import type { Answer } from './who-questions.ts';

/** What can be said of two, in the order in which it is offered. */
export const ANSWERS: readonly Answer[] = ['same', 'not the same', 'cannot tell'];
