import type { ReactNode } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import type { Desk } from './desk.ts';
import { TableSheet, type TableSheetProps } from './table-sheet.tsx';
import { WordSheet } from './word-sheet.tsx';

/** What of a draft lies over its drawing. */
export type Opened =
  | { readonly name: string; readonly table: DecisionTable }
  | { readonly name: string; readonly list: WordList };

/** What the address says is open: a table, a word list; null: the drawing. */
export function openedIn(
  { tables, wordLists }: Pick<DraftContent, 'tables' | 'wordLists'>,
  search: URLSearchParams,
): Opened | null {
  const [tableId, listId] = [search.get('table') ?? '', search.get('words') ?? ''];
  const table = Object.hasOwn(tables, tableId) ? tables[tableId] : undefined;
  if (table !== undefined) return { name: table.name, table };
  const list = Object.hasOwn(wordLists, listId) ? wordLists[listId] : undefined;
  return list === undefined ? null : { name: list.name, list };
}

/** A table or a word list of the draft, to be changed. */
export function OpenSheet({
  opened,
  desk,
  content,
  activities,
  ...trial
}: {
  readonly opened: Opened;
  readonly desk: Pick<Desk, 'do' | 'state'>;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
} & Pick<TableSheetProps, 'stories' | 'trying' | 'onTry' | 'onOpenTable' | 'onRequirements'>): ReactNode {
  return 'table' in opened ? (
    <TableSheet {...{ desk, content, activities, ...trial }} table={opened.table} />
  ) : (
    <WordSheet {...{ desk, content }} list={opened.list} />
  );
}
