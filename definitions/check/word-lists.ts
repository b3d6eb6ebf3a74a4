import type { WordList } from '../flow/word-list.ts';
import { lineFindings, type WordFinding, type WordIssueCode } from '../reading/check-words.ts';
import { rowOf } from '../reading/word-row.ts';
import type { Issue } from './issue.ts';

/** What is surely not as it was meant; what is only superfluous the list's own page tells. */
const TOLD: ReadonlySet<WordIssueCode> = new Set([
  'never found',
  'star inside',
  'link or handle',
  'unknown meaning',
]);
/** Of one list so many are told one by one. */
const FIRST = 5;

/** Something wrong with a word of a list. */
export interface WordTrouble {
  /** The place of its line, from 0. */
  readonly at: number;
  readonly phrase: string;
  readonly finding: WordFinding;
}

/** Words of lists that do nothing. `known`: what was found in lists before. */
export function checkWordLists(
  flowId: string,
  lists: readonly WordList[],
  known: WeakMap<WordList, readonly WordTrouble[]>,
): readonly Issue[] {
  return lists.flatMap((list) => {
    const troubles = known.get(list) ?? troublesOf(list);
    known.set(list, troubles);
    const left = troubles.length - FIRST;
    return troubles.slice(0, left > 0 ? FIRST + 1 : FIRST).map((trouble, index): Issue => {
      const { at, phrase, finding } = trouble;
      const isRest = index === FIRST;
      return {
        code: 'word does nothing',
        severity: 'warning',
        place: { flow: flowId, wordList: list.id, word: phrase, field: finding.part },
        message: isRest
          ? `The word list “${list.name}” has ${left} more ${left === 1 ? 'line' : 'lines'} that do nothing, from line ${at + 1} on.`
          : `The word list “${list.name}”, line ${at + 1}, “${phrase}”: ${finding.message}`,
      };
    });
  });
}

function troublesOf(list: WordList): readonly WordTrouble[] {
  return list.entries.flatMap((entry, at) => {
    const finding = lineFindings(list, rowOf(entry)).find(({ code }) => TOLD.has(code));
    return finding === undefined ? [] : [{ at, phrase: entry.phrase, finding }];
  });
}
