import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { HEAD_HEIGHT, ROW_HEIGHT } from './column-widths.ts';
import { rowsIn, type Area } from './selection.ts';
import type { GridActs } from './use-grid.ts';

const LEAST_PX = 4;

/**
 * Rows are taken by their numbers: a click chooses a whole row, a drag moves it, or all that are chosen if it is one of
 * them. Answers before which row they would come to stand; null while nothing is dragged.
 */
export function useRowDrag({
  scroll,
  rowCount,
  area,
  acts,
  isOff,
}: {
  readonly scroll: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly area: Area;
  readonly acts: GridActs;
  readonly isOff: boolean;
}): { readonly drop: number | null; readonly onPointerDown: (event: PointerEvent) => void } {
  const [drop, setDrop] = useState<number | null>(null);
  const aim = useRef<number | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    const handle =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
    if (handle === null || event.button !== 0) return;
    event.preventDefault();
    const row = Number(handle.dataset['handle']);
    const isChosen = rowsIn(area).includes(row) && area.bottom > area.top && area.left === 0;
    const moved: Pick<Area, 'top' | 'bottom'> = isChosen ? area : { top: row, bottom: row };
    const anchorRow = event.shiftKey ? area.top : moved.top;
    acts.select({
      anchor: { row: anchorRow, column: 0 },
      active: { row: event.shiftKey ? row : moved.bottom, column: 0 },
    });
    if (isOff || event.shiftKey) return;
    const from = event.clientY;
    const move = ({ clientY }: globalThis.PointerEvent): void => {
      const { current } = scroll;
      if (current === null || (aim.current === null && Math.abs(clientY - from) < LEAST_PX)) return;
      const inside = clientY - current.getBoundingClientRect().top + current.scrollTop - HEAD_HEIGHT;
      aim.current = Math.max(0, Math.min(rowCount, Math.round(inside / ROW_HEIGHT)));
      setDrop(aim.current);
    };
    const end = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      const at = aim.current;
      aim.current = null;
      setDrop(null);
      if (at === null || (at >= moved.top && at <= moved.bottom + 1)) return;
      acts.moveRows(at < moved.top ? at - moved.top : at - moved.bottom - 1);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  };
  return { drop, onPointerDown };
}
