import { useCallback, useMemo, useRef, useState } from 'react';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import type { GridTable } from '../decisions/cells.ts';
import { changeLabel } from './change-label.ts';
import { fromRows, wordTable, type HeldLine, type KnownRows } from './words-as-rows.ts';

/** A word list as a grid, and how what is done in the grid becomes an edit of the list. */
export function useWords(
  list: WordList,
  onChange: (label: string, list: WordList) => void,
): {
  readonly table: GridTable;
  /** What was done in the grid; lines that cannot be kept stay in it alone. */
  readonly commit: (table: GridTable) => void;
  /** Other entries in place of those that are there. */
  readonly take: (entries: readonly WordListEntry[]) => void;
} {
  const [held, setHeld] = useState<readonly HeldLine[]>([]);
  const [known] = useState((): KnownRows => ({ rows: new WeakMap(), entries: new WeakMap() }));
  const table = useMemo(() => wordTable(list, held, known), [list, held, known]);
  const now = useRef({ list, table, onChange });
  now.current = { list, table, onChange };
  const take = useCallback((entries: readonly WordListEntry[]): void => {
    const { list: before, onChange: tell } = now.current;
    const label = changeLabel(before, entries);
    if (label !== null) tell(label, { ...before, entries });
  }, []);
  const commit = useCallback(
    (next: GridTable): void => {
      if (next === now.current.table) return;
      const { entries, held: left } = fromRows(now.current.list, next.rows, known);
      setHeld(left);
      take(entries);
    },
    [known, take],
  );
  return { table, commit, take };
}
