/** Words of the editor of word lists. */
import type { ListRefusal } from '../../../definitions/reading/list-life.ts';
import type { ListUse } from '../../../definitions/reading/list-use.ts';
import type { Facts } from '../../../definitions/reading/facts.schema.ts';
import { counted } from '../locale.ts';
import { many } from '../many.ts';

const name = (list: string): string => `“${list}”`;

/** What an edit is called where it is undone, or told. */
const did = {
  added: (phrase: string, list: string) => `Added “${phrase}” to ${name(list)}`,
  addedMany: (count: number, list: string) => `Added ${many(count, 'word')} to ${name(list)}`,
  removed: (phrase: string, list: string) => `Removed “${phrase}” from ${name(list)}`,
  removedMany: (count: number, list: string) => `Removed ${many(count, 'word')} from ${name(list)}`,
  changed: (phrase: string, list: string) => `Changed “${phrase}” in ${name(list)}`,
  changedMany: (count: number, list: string) => `Changed ${many(count, 'word')} of ${name(list)}`,
  moved: (list: string) => `Put ${name(list)} into another order`,
  begun: (list: string) => `Began the word list ${name(list)}`,
  renamed: (from: string, to: string) => `Renamed the word list ${name(from)} to ${name(to)}`,
  takenAway: (list: string) => `Took the word list ${name(list)} away`,
};

const refused: Record<ListRefusal, string> = {
  'no name': 'It needs a name.',
  'long name': 'It may have 500 characters.',
  'name taken': 'Another word list has this name.',
  'no language': 'Say in which language it is sent.',
  'language taken': 'There is a list of what is sent in this language. Add your words to that one.',
  'too many': 'There are as many word lists as there may be. Take one away first.',
};

const LANGUAGE_FOR_YOU = 'Only for you to know it by: the words are looked for in every text.';

/** What can be done with a list as a whole. */
const whole = {
  refused,
  begin: 'New word list…',
  beginTitle: 'A new word list',
  beginGo: 'Begin it',
  name: 'Name',
  use: 'What it is for',
  kinds: {
    topics: 'Topics',
    flags: 'What people mean',
    steps: 'Steps of your own work',
    mood: 'Mood',
    noise: 'Noise',
    language: 'Which language it is',
    short: 'Yes and no',
    wording: 'What is sent by itself',
  } satisfies Record<Exclude<ListUse, 'other'>, string>,
  language: 'Language',
  anyLanguage: 'any',
  languageHelp: {
    topics: LANGUAGE_FOR_YOU,
    flags: LANGUAGE_FOR_YOU,
    steps: LANGUAGE_FOR_YOU,
    mood: 'With a language it holds words; without one, signs such as smileys.',
    noise: LANGUAGE_FOR_YOU,
    language: 'Only for you to know it by: what a word means says which language it tells.',
    short: LANGUAGE_FOR_YOU,
    wording: 'It is sent to who writes in this language.',
  } satisfies Record<Exclude<ListUse, 'other'>, string>,
  menu: 'List',
  rename: 'Rename…',
  renameTitle: (list: string) => `Rename ${name(list)}`,
  renameHappens: 'Every step that reads with it goes on doing so.',
  renameGo: 'Rename',
  remove: 'Take it away…',
  removeTitle: (list: string) => `Take ${name(list)} away?`,
  readIn: 'These steps read with it',
  removeUnread: 'No step reads it. Undo brings it back.',
  removeRead: (count: number) =>
    `They will no longer find its ${many(count, 'word')}. Undo brings them back.`,
  removeSent: 'What it says in this language is sent in English then. Undo brings it back.',
  removeNeeded:
    'It stays: where nobody wrote an answer and no other list has the words, these steps send what it says, and without it they could not go on. Change its words instead.',
  removeGo: 'Take it away',
};

/** What a list is for, and who reads it. */
const uses: Record<ListUse, string> = {
  topics: 'Says what somebody writes about. What is found most often is the topic.',
  flags: 'Says what somebody means: complains, thanks, asks for a person.',
  steps: 'Says which step of your own work somebody points to.',
  mood: 'Weighs words: above 0 is glad, below 0 is angry.',
  noise: 'Tells what was written for everybody, or by a machine, from what somebody has to say.',
  language: 'Small words that tell in which language somebody writes.',
  short: 'A yes or a no, in answers of four words at most.',
  wording: 'What is sent where nobody wrote an answer. The first with a meaning is sent.',
  other: 'No step reads this list.',
};

const facts: Record<keyof Facts, string> = {
  language: 'Language',
  sentiment: 'How they feel',
  mood: 'Mood',
  topic: 'Topic',
  brokenStep: 'Step it points to',
  topics: 'All topics',
  flags: 'What they mean',
  complaint: 'complains',
  praise: 'praises',
  thanks: 'thanks',
  question: 'asks',
  legalThreat: 'threatens with the law',
  outage: 'tells of an outage',
  missedVisit: 'tells of a missed visit',
  wrongCharge: 'tells of a wrong charge',
  asksForPerson: 'asks for a person',
  leaving: 'is leaving',
  vulnerable: 'somebody depends on it',
  saysPutRight: 'says it is put right',
  saysNotPutRight: 'says it is not put right',
  linksOnly: 'nothing but links or signs',
  quotesAddress: 'quotes an address of yours',
  automated: 'written by a machine or for everybody',
  isReply: 'is a reply',
  ownWords: 'Words of their own',
  mentions: 'How often they wrote',
};

export const wordLists = {
  did,
  whole,
  uses,
  open: 'Lists',
  tables: 'Decision tables',
  lists: 'Word lists',
  none: 'None yet',
  readHere: 'Reads with these word lists',
  count: (count: number) => many(count, 'word'),
  phrase: 'Word',
  means: 'Means',
  weight: 'Weight',
  finds: 'Finds',
  /** What a phrase finds, piece by piece. */
  told: {
    word: (word: string) => `the word “${word}”`,
    sign: (sign: string) => `the sign “${sign}”`,
    beginning: (word: string) => `any word that begins with “${word}”`,
    inARow: (words: string) => `“${words}”, one behind the other`,
    behind: (before: string, piece: string) => `${before}, then ${piece}`,
    piece: (word: string) => `“${word}”`,
    open: (word: string) => `a word with “${word}…”`,
    nothing: 'nothing',
    said: (means: string) => `sent as: ${means}`,
  },
  add: 'Add a word',
  noWords: 'No word yet',
  noWordsToDo: 'Add one, paste a column from a spreadsheet here, or bring in a file.',
  notFound: 'No word has this text.',
  filtered: (shown: number, all: number) => `${counted(shown)} of ${many(all, 'word')} shown`,
  showAll: 'Show all',
  wrong: (count: number) => `${many(count, 'line')} not kept yet`,
  toWeigh: (count: number) => `${many(count, 'line')} to weigh`,
  nextWrong: 'Go to the next one',
  nothingWrong: 'nothing is wrong',
  checking: 'Looking it over…',
  broken: 'It cannot be looked over now. Load the page again; what you changed is kept.',
  tryText: {
    title: 'Try a text',
    field: 'What somebody could write',
    toDo: 'Write or paste what somebody could say, and see which words are found.',
    said: 'This list is sent, not looked for.',
    none: 'No word of this list is found.',
    found: (count: number) => `${many(count, 'word')} found`,
    means: (phrase: string, means: string) => `“${phrase}” means ${means}`,
    weighed: (phrase: string, means: string, weight: string) => `“${phrase}” means ${means}, ${weight}`,
    show: 'Show it in the list',
    others: 'Other lists find',
    answers: 'What the step answers',
    facts,
    nothing: 'nothing',
    mood: { negative: 'angry', neutral: 'neither', positive: 'glad' } satisfies Record<Facts['mood'], string>,
  },
  files: {
    bringIn: 'Import',
    takeOut: 'Export',
    lines: 'Paste lines…',
    kinds: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', txt: 'Text (.txt)' },
    title: (file: string) => `Bring in ${file}`,
    linesTitle: 'Paste lines',
    linesField: 'One word or phrase a line; a tab, then what it means, and a tab, then its weight',
    other: 'It takes Excel workbooks, CSV and text files.',
    tooLarge: (megabytes: number) => `A file of words may have ${counted(megabytes)} MB here.`,
    how: 'What becomes of the words that are there',
    add: 'They stay',
    replace: 'These take their place',
    meansFor: (count: number) => `What ${many(count, 'line')} without a meaning mean`,
    changes: (added: number, changed: number, removed: number) =>
      `${many(added, 'word')} added, ${counted(changed)} changed, ${counted(removed)} removed`,
    same: 'It says what the list says already.',
    left: (count: number) => `${many(count, 'line')} cannot be taken:`,
    line: (line: number) => `line ${counted(line)}`,
    more: (count: number) => `and ${counted(count)} more`,
    most: (most: number) => `A list may hold ${many(most, 'word')}.`,
    unreadable: 'The file cannot be read:',
    go: 'Take them',
    unnamed: 'words',
  },
};
