import type { DecisionTable } from '../decision/table.ts';
import type { Calendar } from '../flow/calendar.ts';
import type { Flow } from '../flow/flow.ts';
import type { Scenarios } from '../scenario/scenario.ts';
import type { WordList } from '../flow/word-list.ts';

/** A flow that ships, with what belongs to it, but for the contracts of its activities: those come from workers. */
export interface LibraryFlow {
  readonly flow: Flow;
  /** All flows by id, the root among them. */
  readonly flows: { readonly [flowId: string]: Flow };
  readonly tables: { readonly [tableId: string]: DecisionTable };
  readonly wordLists: { readonly [wordListId: string]: WordList };
  readonly calendars: { readonly [calendarId: string]: Calendar };
  readonly scenarios: Scenarios;
}
