import { nanoid } from 'nanoid';
import { useMemo, useRef, useState } from 'react';
import { drawingWords } from '../shell/drawing-words.ts';
import { gridColumns, type GridTable } from './cells.ts';
import { cleared, copied, filledDown, pasted, tableRowAt, withCell, type Shown } from './edit-cells.ts';
import { withDuplicates, withMovedRows, withNewRows, withoutRows } from './edit-rows.ts';
import type { GridAct } from './grid-keys.ts';
import { refusalWords } from './paste-refusal.ts';
import {
  alone,
  areaOf,
  AT_FIRST,
  kept,
  rowsIn,
  within,
  type Area,
  type Place,
  type Selection,
} from './selection.ts';
import { cellsOf, clipboardText } from './tsv.ts';
import type { Onward } from './writing.ts';

/** What the grid works on. */
export interface GridWork {
  readonly table: GridTable;
  readonly shown: Shown;
  readonly readOnly: boolean;
  /** One whole new table, and what was done in an analyst's words; the same table is no change. */
  readonly commit: (label: string, table: GridTable) => void;
  /** Says why something is not done. */
  readonly refuse: (sentence: string) => void;
}

/** The cell that is written into: what was typed to open it. */
export interface Writing {
  readonly typed: string | undefined;
}

export interface GridState {
  readonly selection: Selection;
  /** Counts how often somebody was sent to a cell: the focus then follows from wherever it was. */
  readonly sent: number;
  readonly writing: Writing | null;
  readonly acts: GridActs;
}

/** All that can be done in a grid. They stay the same for as long as it is shown. */
export interface GridActs {
  select(selection: Selection): void;
  /** Goes to a cell from elsewhere on the page, and takes the focus there. */
  goTo(place: Place): void;
  key(act: GridAct, pageRows: number): void;
  write(typed?: string): void;
  commitCell(text: string, onward: Onward): void;
  leaveCell(): void;
  /** The range as text for the clipboard. */
  copy(): string;
  cut(): string;
  paste(clipboard: string): void;
  insert(isBelow: boolean): void;
  duplicate(): void;
  remove(): void;
  fillDown(): void;
  moveRows(by: number): void;
}

/** What may be done with a table that is only read. */
const LOOKING: ReadonlySet<GridAct['act']> = new Set(['move', 'page', 'end', 'all']);

const STEPS: { readonly [onward in Onward]: readonly [rows: number, columns: number] } = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};

/** Where one works in a grid, and what can be done there. */
export function useGrid(work: GridWork): GridState {
  const [chosen, setSelection] = useState(AT_FIRST);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [sent, setSent] = useState(0);
  const extent = extentOf(work);
  const selection = kept(chosen, extent);
  const now = useRef({ work, selection });
  now.current = { work, selection };

  const acts = useMemo((): GridActs => {
    const area = (): Area => areaOf(now.current.selection);
    const placesIn = (): readonly number[] => {
      const { table, shown } = now.current.work;
      return rowsIn(area()).flatMap((at) => tableRowAt(table, shown, at) ?? []);
    };
    const select = (to: Selection): void => setSelection(to);
    /** Commits what an edit makes of the table. */
    const edit = (
      label: (first: number, count: number, table: string) => string,
      change: (table: GridTable, shown: Shown) => GridTable,
    ): void => {
      const { table, shown, commit, readOnly } = now.current.work;
      if (readOnly) return;
      const places = placesIn();
      commit(
        label((places[0] ?? table.rows.length) + 1, Math.max(1, places.length), table.name),
        change(table, shown),
      );
    };
    const move = (rows: number, columns: number, doesExtend: boolean): void => {
      const { selection: from, work: of } = now.current;
      const { active } = from;
      const to = within({ row: active.row + rows, column: active.column + columns }, extentOf(of));
      select(doesExtend ? { active: to, anchor: from.anchor } : alone(to));
    };
    const to = (place: Partial<Place>, doesExtend: boolean): void => {
      const { selection: from, work: of } = now.current;
      const there = within({ ...from.active, ...place }, extentOf(of));
      select(doesExtend ? { active: there, anchor: from.anchor } : alone(there));
    };
    const { acts: said, moveFiltered } = drawingWords.decisions;

    const acts: GridActs = {
      select,
      goTo(place) {
        select(alone(place));
        setSent((before) => before + 1);
      },
      write(typed) {
        const { work: of, selection: at } = now.current;
        const column = gridColumns(of.table)[at.active.column];
        const isTold = column?.kind === 'note' && column.isTold === true;
        if (!of.readOnly && !isTold && of.table.rows.length > 0) setWriting({ typed });
      },
      commitCell(text, onward) {
        const { work: of, selection: at } = now.current;
        const place = tableRowAt(of.table, of.shown, at.active.row);
        const column = gridColumns(of.table)[at.active.column];
        setWriting(null);
        if (place === undefined || column === undefined) return;
        of.commit(said.cell(place + 1, of.table.name), withCell(of.table, place, column, text));
        if (onward !== 'stay') move(...STEPS[onward], false);
      },
      leaveCell: () => setWriting(null),
      copy() {
        const { table, shown } = now.current.work;
        return clipboardText(copied(table, shown, area()));
      },
      cut() {
        const text = acts.copy();
        edit(said.cut, (table, shown) => cleared(table, shown, area()));
        return text;
      },
      paste(clipboard) {
        const { table, shown, refuse, readOnly, commit } = now.current.work;
        if (readOnly) return;
        const done = pasted(table, shown, area(), cellsOf(clipboard), () => nanoid());
        if ('refusal' in done) return refuse(refusalWords(done.refusal));
        const { top, left, bottom, right } = done.area;
        const first = tableRowAt(table, shown, top) ?? table.rows.length;
        commit(said.pasted(first + 1, bottom - top + 1, table.name), done.table);
        select({ anchor: { row: top, column: left }, active: { row: bottom, column: right } });
      },
      insert(isBelow) {
        const { top, bottom } = area();
        const count = bottom - top + 1;
        const places = placesIn();
        const at = isBelow ? (places.at(-1) ?? -1) + 1 : (places[0] ?? 0);
        edit(
          (_, __, name) => said.inserted(count, name),
          (table) => withNewRows(table, at, count, () => nanoid()),
        );
        select(alone({ row: isBelow && places.length > 0 ? bottom + 1 : top, column: 0 }));
      },
      duplicate: () =>
        edit(
          (_, count, name) => said.duplicated(count, name),
          (table) => withDuplicates(table, placesIn(), () => nanoid()),
        ),
      remove: () => {
        edit(
          (_, count, name) => said.removed(count, name),
          (table) => withoutRows(table, placesIn()),
        );
        select(alone({ row: area().top, column: now.current.selection.active.column }));
      },
      fillDown: () => edit(said.filled, (table, shown) => filledDown(table, shown, area())),
      moveRows(by) {
        const { shown, readOnly, refuse } = now.current.work;
        if (readOnly) return;
        if (shown !== null) return refuse(moveFiltered);
        const { top, bottom } = area();
        const count = bottom - top + 1;
        const is = Math.max(0, Math.min(now.current.work.table.rows.length - count, top + by)) - top;
        if (is === 0) return;
        edit(
          (_, moved, name) => said.moved(moved, name),
          (table) => withMovedRows(table, top, count, top + is),
        );
        const { active, anchor } = now.current.selection;
        select({ active: { ...active, row: active.row + is }, anchor: { ...anchor, row: anchor.row + is } });
      },
      key(act, pageRows) {
        const { work: of } = now.current;
        if (of.readOnly && !LOOKING.has(act.act)) return;
        const last = { row: extentOf(of).rows - 1, column: extentOf(of).columns - 1 };
        switch (act.act) {
          case 'move':
            return move(act.rows, act.columns, act.extends);
          case 'page':
            return move(act.by * pageRows, 0, act.extends);
          case 'end':
            return to(
              { column: act.isLast ? last.column : 0, ...(act.isFar && { row: act.isLast ? last.row : 0 }) },
              act.extends,
            );
          case 'all':
            return select({ anchor: { row: 0, column: 0 }, active: within(last, extentOf(of)) });
          case 'write':
            return acts.write(act.typed);
          case 'clear':
            return edit(said.emptied, (table, shown) => cleared(table, shown, area()));
          case 'fill down':
            return acts.fillDown();
          case 'move rows':
            return acts.moveRows(act.by);
          case 'insert':
            return acts.insert(act.below);
        }
      },
    };
    return acts;
  }, []);
  return { selection, sent, writing, acts };
}

function extentOf({ table, shown }: Pick<GridWork, 'table' | 'shown'>): {
  readonly rows: number;
  readonly columns: number;
} {
  return {
    rows: shown?.length ?? table.rows.length,
    columns: table.inputs.length + table.outputs.length + 1,
  };
}
