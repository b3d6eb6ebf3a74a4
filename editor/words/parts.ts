/** Words of decision tables and word lists. */
import { many } from './many.ts';

export const parts = {
  which: 'What is listed',
  flows: 'Flows',
  kinds: { table: 'Tables', 'word-list': 'Word lists' },
  size: {
    table: (count: number) => many(count, 'row'),
    'word-list': (count: number) => many(count, 'word'),
  },
  none: { table: 'No decision table yet', 'word-list': 'No word list yet' },
  noneToDo: {
    table: 'A table stands here as soon as a flow that decides by it has a revision.',
    'word-list': 'A word list stands here as soon as a flow that reads with it has a revision.',
  },
  missing: { table: 'There is no such decision table', 'word-list': 'There is no such word list' },
  missingToDo: 'No flow uses it any more, its flow is archived, or the address has a slip.',
  all: { table: 'To the tables', 'word-list': 'To the word lists' },
  changes: (count: number) => many(count, 'revision'),
  history: 'Revisions that changed it',
  historyIn: (flow: string) => `In ${flow}`,
  inFlow: 'The whole drawing',
  find: 'Find a word',
  findBy: 'Words, or what they mean',
  found: (found: number, all: number) =>
    found === all ? many(all, 'word') : `${found} of ${many(all, 'word')}`,
  noneFound: 'No word of the list is like this.',
  noWords: 'The list holds no word in this revision',
  noWordsToDo: 'It finds nothing, whatever somebody writes.',
  noRows: 'The table holds no row in this revision: nothing fits, whatever comes.',
  phrase: 'Word',
  means: 'Means',
  weight: 'Weight',
  anyEnding: '* stands for any ending.',
};
