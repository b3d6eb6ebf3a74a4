import { BOUNDS } from '../flow/bounds.ts';
import type { WordList, WordListEntry } from '../flow/word-list.ts';
import { knownMeanings, useOf } from './list-use.ts';
import { entryOf, type WordPart, type WordRow } from './word-row.ts';
import { LONGEST_BEGINNING, phraseParts, WordMatcher, type PhrasePart } from './word-matcher.ts';

export type WordIssueCode =
  | 'missing'
  | 'too long'
  | 'no number'
  | 'never found'
  | 'star inside'
  | 'long beginning'
  | 'found everywhere'
  | 'link or handle'
  | 'unknown meaning'
  | 'stands twice'
  | 'covered'
  | 'never said';

/** Something wrong with a line of a word list, by where it is written. With an error the line cannot be kept. */
export interface WordFinding {
  readonly code: WordIssueCode;
  readonly severity: 'error' | 'warning';
  readonly part: WordPart;
  readonly message: string;
  /** What to write there instead. */
  readonly fix?: string;
}

/** What is wrong with lines of a word list, one by one: `at` is the place of the line among them. */
export type WordCheck = (row: WordRow, at: number) => readonly WordFinding[];

/** What no real word goes on with: stands for whatever ending a `*` allows. */
const ANY_ENDING = '\u0000';
const LINK_OR_HANDLE = /(?:https?:\/\/|www\.)\S|(?:^|\s)@\S/iu;
const STAR_INSIDE = /\*(?=\S)/u;

type PartsOf = (phrase: string) => readonly PhrasePart[];

/**
 * Looks at each line among all others. The lines are read once; asking about one costs what its words cost. `partsOf`
 * may remember what phrases were taken apart into.
 */
export function wordCheck(
  list: Pick<WordList, 'id'>,
  rows: readonly WordRow[],
  partsOf: PartsOf = phraseParts,
): WordCheck {
  return useOf(list) === 'wording' ? saidCheck(list, rows) : foundCheck(list, rows, partsOf);
}

/** What is wrong with a line whatever stands in the others. */
export function lineFindings(list: Pick<WordList, 'id'>, row: WordRow): readonly WordFinding[] {
  const whole = [...ownFindings(row), ...meaningFindings(list, row)];
  const isLookedFor = useOf(list) !== 'wording' && row.phrase.trim() !== '';
  return isLookedFor ? [...whole, ...shapeFindings(row.phrase, phraseParts(row.phrase))] : whole;
}

function foundCheck(list: Pick<WordList, 'id'>, rows: readonly WordRow[], partsOf: PartsOf): WordCheck {
  const entries = rows.map(entryOf);
  const places = new Map<WordListEntry, number>();
  for (const [at, entry] of entries.entries()) if (entry !== null) places.set(entry, at);
  const matcher = new WordMatcher([{ id: list.id, name: '', entries: [...places.keys()] }], partsOf);
  return (row, at) => {
    const whole = [...ownFindings(row), ...meaningFindings(list, row)];
    const entry = entryOf(row);
    if (entry === null) return whole;
    const shape = shapeFindings(row.phrase, partsOf(row.phrase));
    return [...whole, ...shape, ...othersThatFind(entry, at, { matcher, places, partsOf })];
  };
}

/** What is said by itself is not searched for: of several with one meaning, the first is said. */
function saidCheck(list: Pick<WordList, 'id'>, rows: readonly WordRow[]): WordCheck {
  const first = new Map<string, number>();
  for (const [at, { means }] of rows.entries()) if (!first.has(means)) first.set(means, at);
  return (row, at) => {
    const whole = [...ownFindings(row), ...meaningFindings(list, row)];
    const before = first.get(row.means);
    if (row.means === '' || before === undefined || before >= at) return whole;
    return [
      ...whole,
      warning('never said', 'means', `Only the first that means “${row.means}” is said: line ${before + 1}.`),
    ];
  };
}

/** What is wrong with a line whatever stands around it. */
function ownFindings({ phrase, means, weight }: WordRow): readonly WordFinding[] {
  const found: WordFinding[] = [];
  const most = BOUNDS.nameCharacters;
  const error = (code: WordIssueCode, part: WordPart, message: string): void =>
    void found.push({ code, severity: 'error', part, message });
  if (phrase.trim() === '') error('missing', 'phrase', 'Write a word or several.');
  if (means.trim() === '') error('missing', 'means', 'Say what it means.');
  if (phrase.length > most)
    error('too long', 'phrase', `It may have ${most} characters; these are ${phrase.length}.`);
  if (means.length > most)
    error('too long', 'means', `It may have ${most} characters; these are ${means.length}.`);
  const isNumber = weight.trim() === '' || entryOf({ phrase: 'a', means: 'a', weight }) !== null;
  if (!isNumber) error('no number', 'weight', 'Write a number, such as -2 or 1.5, or nothing.');
  return found;
}

function meaningFindings(list: Pick<WordList, 'id'>, { means }: WordRow): readonly WordFinding[] {
  const { meanings, closed } = knownMeanings(list);
  if (!closed || means.trim() === '' || meanings.includes(means)) return [];
  const known = meanings.map((meaning) => `“${meaning}”`).join(', ');
  return [warning('unknown meaning', 'means', `Nothing is done with “${means}”. Known are ${known}.`)];
}

/** Whether it can be found at all, and as it was meant. */
function shapeFindings(phrase: string, parts: readonly PhrasePart[]): readonly WordFinding[] {
  const here = (code: WordIssueCode, message: string, fix?: string): readonly WordFinding[] => [
    { ...warning(code, 'phrase', message), ...(fix === undefined ? {} : { fix }) },
  ];
  if (parts.length === 0) return here('never found', 'It is never found: no word or sign stands in it.');
  if (STAR_INSIDE.test(phrase))
    return here(
      'star inside',
      'A * stands for any ending at the end of a word; here it stands for nothing.',
      phrase.replace(/\*(?=\S)/gu, ''),
    );
  if (LINK_OR_HANDLE.test(phrase))
    return here('link or handle', 'Links and handles are not read: in them it is never found.');
  const [only] = parts;
  if (parts.length === 1 && only?.open === true && only.token.length === 1)
    return here('found everywhere', `It finds every word that begins with “${only.token}”.`);
  if (parts.some(({ token, open }) => open && token.length === LONGEST_BEGINNING))
    return here('long beginning', `Of a beginning, the first ${LONGEST_BEGINNING} characters count.`);
  return [];
}

/** Others that mean and weigh the same and are found wherever it is. */
function othersThatFind(
  { phrase, means, weight }: WordListEntry,
  at: number,
  {
    matcher,
    places,
    partsOf,
  }: {
    readonly matcher: WordMatcher;
    readonly places: ReadonlyMap<WordListEntry, number>;
    readonly partsOf: PartsOf;
  },
): readonly WordFinding[] {
  const spelling = spelled(partsOf(phrase));
  const key = spelling.join(' ');
  for (const { entry } of matcher.spelled(spelling)) {
    const place = places.get(entry);
    if (place === undefined || place === at || entry.means !== means || entry.weight !== weight) continue;
    const other = `“${entry.phrase}”, line ${place + 1}`;
    const isSame = spelled(partsOf(entry.phrase)).join(' ') === key;
    if (isSame && place < at)
      return [warning('stands twice', 'phrase', `It stands twice: ${other}, finds the same.`)];
    if (!isSame) return [warning('covered', 'phrase', `It changes nothing: ${other}, finds it as well.`)];
  }
  return [];
}

/** A text that a phrase finds, and that stands for all that it finds. */
function spelled(parts: readonly PhrasePart[]): readonly string[] {
  return parts.map(({ token, open }) => (open ? token + ANY_ENDING : token));
}

function warning(code: WordIssueCode, part: WordPart, message: string): WordFinding {
  return { code, severity: 'warning', part, message };
}
