import type { ActivityContract } from '../activity/contract.ts';
import type { DecisionTable } from '../decision/table.ts';
import type { Calendar } from './calendar.ts';
import type { Flow } from './flow.ts';
import type { WordList } from './word-list.ts';

/**
 * A flow with all it needs, as one value. Its content hash (SHA-256 over canonical JSON, RFC 8785) is what a run
 * is pinned to: the same hash, the same behaviour, for ever.
 */
export interface Revision {
  readonly schema: 1;
  /** The interpreter semantics this was published for. */
  readonly semantics: number;
  readonly flow: Flow;
  /** Called flows by id, those called by called ones too. */
  readonly called: { readonly [flowId: string]: Flow };
  readonly tables: { readonly [tableId: string]: DecisionTable };
  readonly wordLists: { readonly [wordListId: string]: WordList };
  readonly calendars: { readonly [calendarId: string]: Calendar };
  /** Contracts of exactly the activities used. */
  readonly activities: { readonly [name: string]: ActivityContract };
}
