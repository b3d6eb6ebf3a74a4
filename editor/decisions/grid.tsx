import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import type { FeelSetting } from '../expressions/setting.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { keptText, type GridColumn, type GridTable } from './cells.ts';
import { columnWidths, gridTemplate, HEAD_HEIGHT, NUMBER_WIDTH, ROW_HEIGHT } from './column-widths.ts';
import { tableRowAt, type Shown } from './edit-cells.ts';
import { gridAct } from './grid-keys.ts';
import { cellId, GridRow, type OpenCell } from './grid-row.tsx';
import styles from './grid.module.css';
import type { RowNotes, RowTrial } from './row-notes.ts';
import { alone, areaOf, type Place } from './selection.ts';
import type { GridState } from './use-grid.ts';
import { useRowDrag } from './use-row-drag.ts';

export interface GridProps {
  readonly table: GridTable;
  readonly columns: readonly GridColumn[];
  readonly shown: Shown;
  readonly state: GridState;
  readonly notes: {
    readonly cells: RowNotes<readonly CellFinding[]>;
    readonly rows: RowNotes<readonly AnalysisFinding[]>;
    readonly trial: RowNotes<RowTrial>;
  };
  /** Ids of rows that no story comes to. */
  readonly untold?: ReadonlySet<string>;
  /** What is wrong with a text in a column, looked at by itself. */
  readonly check: (column: GridColumn, text: string) => CellFinding | undefined;
  /** What surrounds a rule in a cell of a column; absent, or null: cells hold no rules. */
  readonly settingOf?: (column: GridColumn) => FeelSetting | null;
  readonly heads: ReactNode;
  /** Rows that could be there, below those that are, and how many. */
  readonly ghosts: ReactNode;
  readonly ghostCount: number;
  /** What else stands below the rows. */
  readonly children: ReactNode;
}

const OVERSCAN = 8;

/** The rows of a table as a spreadsheet shows them; only those in sight are drawn. */
export function Grid(props: GridProps): ReactNode {
  const { table, columns, shown, state, notes, untold, check, settingOf, heads, ghosts } = props;
  const { ghostCount, children } = props;
  const { selection, sent, writing, acts } = state;
  const { active } = selection;
  const area = areaOf(selection);
  const gridId = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const rowCount = shown?.length ?? table.rows.length;
  const hasRows = table.rows.length > 0;
  // Widths follow the columns, and not each change of a cell: a column must not move while one types.
  const widths = useMemo(() => columnWidths(columns, table.rows), [columns, hasRows]);
  const { template, total } = gridTemplate(widths);
  const layout: CSSProperties & { readonly '--columns': string } = {
    '--columns': template,
    minWidth: total,
  };

  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      // The active row stays where it is, so that the focus does.
      if (active.row < rowCount && !rows.includes(active.row)) rows.push(active.row);
      return rows.sort((a, b) => a - b);
    },
    [active.row, rowCount],
  );
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor,
  });

  // The focus follows the active cell for as long as it is somewhere in the rows.
  const isHere = useRef(false);
  const isOpen = writing !== null;
  const seen = useRef(sent);
  useLayoutEffect(() => {
    if (seen.current !== sent) isHere.current = true;
    seen.current = sent;
    if (!isHere.current || isOpen || rowCount === 0) return;
    virtual.scrollToIndex(active.row, { align: 'auto' });
    focusCell(document.getElementById(cellId(gridId, active.row, active.column)), scroll.current);
  }, [active.row, active.column, isOpen, rowCount, sent, gridId, virtual]);

  // What is said below the grid takes room from it: where one works stays in sight.
  const activeRow = useRef(active.row);
  activeRow.current = active.row;
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (isHere.current) virtual.scrollToIndex(activeRow.current, { align: 'auto' });
    });
    if (scroll.current !== null) observer.observe(scroll.current);
    return () => observer.disconnect();
  }, [virtual]);

  const { drop, onPointerDown } = useRowDrag({ scroll, rowCount, area, acts, isOff: shown !== null });
  const most = table.mostCharacters ?? BOUNDS.feelCharacters;
  const open = useMemo((): OpenCell | null => {
    const column = columns[active.column];
    if (writing === null || column === undefined) return null;
    return {
      typed: writing.typed,
      setting: settingOf?.(column) ?? null,
      check: (text) => check(column, text),
      most,
      kept: (text) => keptText(column, text, (one) => check(column, one) !== undefined),
      onCommit: acts.commitCell,
      onLeave: acts.leaveCell,
    };
  }, [writing, columns, active.column, most, check, settingOf, acts]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (placeOf(event.target) === null || isOpen) return;
    const act = gridAct(event);
    if (act === null) return;
    event.preventDefault();
    acts.key(
      act,
      Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
    );
  };
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0 || isField(event.target)) return;
    event.preventDefault();
    isHere.current = true;
    if (isOpen && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    acts.select(event.shiftKey ? { ...selection, active: place } : alone(place));
    focusCell(document.getElementById(cellId(gridId, place.row, place.column)), scroll.current);
  };
  const onMouseOver = (event: MouseEvent): void => {
    const place = event.buttons === 1 && !isOpen && drop === null ? placeOf(event.target) : null;
    if (place !== null && isHere.current) acts.select({ anchor: selection.anchor, active: place });
  };
  const onClipboard = (act: (data: DataTransfer) => void) => (event: ClipboardEvent) => {
    // Where there is no cell yet, what is pasted anywhere becomes the first rows.
    if ((placeOf(event.target) === null && rowCount > 0) || isOpen) return;
    event.preventDefault();
    act(event.clipboardData);
  };
  useEffect(() => {
    if (rowCount === 0) isHere.current = false;
  }, [rowCount]);

  return (
    <div
      ref={scroll}
      className={styles['scroll']}
      onPaste={onClipboard((data) => acts.paste(data.getData('text/plain')))}
      style={{ scrollPaddingTop: HEAD_HEIGHT, scrollPaddingLeft: NUMBER_WIDTH }}
    >
      <div
        role="grid"
        aria-label={drawingWords.decisions.grid(table.name)}
        aria-rowcount={rowCount + ghostCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        className={styles['grid']}
        style={layout}
        onFocus={(event) => (isHere.current = placeOf(event.target) !== null)}
        onBlur={(event) => (isHere.current = event.relatedTarget === null ? isOpen : isHere.current)}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onDoubleClick={(event) => placeOf(event.target) !== null && !isOpen && acts.write()}
        onPointerDown={onPointerDown}
        onCopy={onClipboard((data) => data.setData('text/plain', acts.copy()))}
        onCut={onClipboard((data) => data.setData('text/plain', acts.cut()))}
      >
        {heads}
        <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const place = tableRowAt(table, shown, index);
            const row = place === undefined ? undefined : table.rows[place];
            if (place === undefined || row === undefined) return null;
            const isIn = index >= area.top && index <= area.bottom;
            return (
              <GridRow
                key={row.id}
                gridId={gridId}
                row={row}
                at={index}
                place={place}
                top={start - HEAD_HEIGHT}
                columns={columns}
                active={index === active.row ? active.column : -1}
                from={isIn ? area.left : -1}
                to={isIn ? area.right : -2}
                open={index === active.row ? open : null}
                wrong={notes.cells.get(row)}
                found={notes.rows.get(row)}
                trial={notes.trial.get(row)}
                isUntold={untold?.has(row.id) ?? false}
              />
            );
          })}
          {drop === null ? null : (
            <div aria-hidden className={styles['drop']} style={{ top: drop * ROW_HEIGHT }} />
          )}
        </div>
        {ghosts}
      </div>
      {children}
    </div>
  );
}

/** The cell that something happened in. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('textarea, [data-writes]') !== null;
}

/** Moves the focus to a cell, and brings it out from under the numbers at the left. */
function focusCell(cell: HTMLElement | null, scroll: HTMLElement | null): void {
  if (cell === null || scroll === null) return;
  cell.focus({ preventScroll: true });
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
  if (left - NUMBER_WIDTH < scroll.scrollLeft) scroll.scrollLeft = left - NUMBER_WIDTH;
  else if (right > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = right - scroll.clientWidth;
}
