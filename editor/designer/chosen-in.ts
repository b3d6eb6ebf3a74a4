import type { Place } from '../../definitions/check/issue.ts';
import { queryText } from '../shell/api.ts';
import type { Chosen } from './commands/remove.ts';

/** What an address of the designer has chosen. */
export function chosenIn(search: URLSearchParams): Chosen {
  const [step, arrow] = [search.get('step'), search.get('arrow')];
  return { nodes: step === null ? [] : [step], edges: arrow === null ? [] : [arrow] };
}

/** The address of the designer that leads to a place of the draft of a flow. */
export function addressOf(flowId: string, place: Place): string {
  const { flow, node, edge, table, row, wordList, word, field } = place;
  const query =
    wordList === undefined
      ? { flow, table: row === undefined ? undefined : table, step: node, arrow: edge }
      : { flow, words: wordList, word, part: field };
  return `/flows/${encodeURIComponent(flowId)}/draft${queryText(query)}`;
}
