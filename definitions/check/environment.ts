import type { ActivityContract } from '../activity/contract.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { Calendar } from '../flow/calendar.ts';
import type { Flow } from '../flow/flow.ts';
import type { Revision } from '../flow/revision.ts';
import type { WordList } from '../flow/word-list.ts';

/** What a flow may refer to, each by its id (activities by name). */
export interface Environment {
  readonly flows: { readonly [flowId: string]: Flow };
  readonly tables: { readonly [tableId: string]: DecisionTable };
  readonly wordLists: { readonly [wordListId: string]: WordList };
  readonly calendars: { readonly [calendarId: string]: Calendar };
  readonly activities: { readonly [name: string]: ActivityContract };
  /** Names of all messages that can arrive; absent: unknown, and no name is doubted. */
  readonly messages?: readonly string[];
}

/** What the flows of a revision may refer to, or those of a draft with the contracts that there are. */
export function environmentOf(revision: Omit<Revision, 'schema' | 'semantics'>): Environment {
  const { flow, called, tables, wordLists, calendars, activities } = revision;
  return { flows: { ...called, [flow.id]: flow }, tables, wordLists, calendars, activities };
}

/** What stands under a name; nothing for what only every object has ('constructor'). */
export function lookUp<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
