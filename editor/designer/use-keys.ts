import { useEffect } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { moveSteps } from './commands/change-step.ts';
import { GRID, type Spot } from './commands/spot.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import type { Chosen } from './commands/remove.ts';
import { insideOf } from './trail/inside-of.ts';
import { isWriting, type Clipboard, type Working } from './use-clipboard.ts';

const ARROWS: { readonly [key: string]: Spot } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What lies over the designer for as long as it is needed. */
export type Sheet = 'find' | 'keys' | 'acts' | 'group' | 'requirements';

/** What keys do on the drawing; those meant for a field or a dialog are left alone. */
export function useKeys({
  desk,
  flow,
  chosen,
  onChosen,
  clipboard,
  isDrawing,
  onSheet,
  onName,
  inside,
  back,
}: Working & {
  readonly clipboard: Clipboard;
  /** Else something lies over the drawing, and only what was done can be taken back. */
  readonly isDrawing: boolean;
  readonly onSheet: (sheet: Sheet) => void;
  /** Words of what is chosen are to be written in their place. */
  readonly onName: () => void;
  /** Into what lies behind the chosen step. */
  readonly inside: () => void;
  /** Back to the step that called the flow; null: one did not come by a call. */
  readonly back: (() => void) | null;
}): void {
  useEffect(() => {
    const turn = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean => {
      if (!ctrlKey && !metaKey) return false;
      if (key.toLowerCase() === 'z') return done(shiftKey ? desk.redo() : desk.undo());
      return key.toLowerCase() === 'y' && done(desk.redo());
    };
    const act = (event: KeyboardEvent): boolean => {
      if (turn(event)) return true;
      const isCommand = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (!isDrawing || isBeside(event.target)) return false;
      if (isCommand && key === 'd') return done(clipboard.duplicate());
      if (isCommand && key === 'g') return done(onSheet('group'));
      if (isCommand && key === 'a') return done(onChosen(everything()));
      if (event.altKey && key === 'ArrowUp' && back !== null) return done(back());
      if (isCommand || event.altKey) return false;
      if (key === 'Enter' && isAtChosen(event.target, flow, chosen)) return done(inside());
      if (key === 'Delete' || key === 'Backspace') return done(clipboard.remove());
      if (key === 'F2') return done(onName());
      if (key === '/') return done(onSheet('find'));
      if (key === '?') return done(onSheet('keys'));
      if (key === 'Escape') return done(onChosen({ nodes: [], edges: [] }));
      const way = ARROWS[key];
      if (way === undefined || chosen.nodes.length === 0 || isBorder(event.target)) return false;
      const far = event.shiftKey ? 10 * GRID : GRID;
      return done(nudge({ x: way.x * far, y: way.y * far }));
    };
    const everything = () => ({
      nodes: flow.nodes.map(({ id }) => id),
      edges: flow.edges.map(({ id }) => id),
    });
    const nudge = ({ x, y }: Spot): void => {
      const ids = new Set(chosen.nodes);
      const moved = flow.nodes.filter(({ id }) => ids.has(id));
      const to = new Map(moved.map(({ id, position }) => [id, { x: position.x + x, y: position.y + y }]));
      const [only] = moved;
      const { did } = drawingWords.designer;
      const label =
        moved.length === 1 && only !== undefined ? did.moved(only.name) : did.movedMany(moved.length);
      desk.do(label, moveSteps(flow.id, to));
    };
    const isSearch = ({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): boolean =>
      (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'k';
    const onKey = (event: KeyboardEvent): void => {
      if (isSearch(event) && !isInDialog(event.target)) {
        event.preventDefault();
        return onSheet('acts');
      }
      if (isWriting(event.target) || isInDialog(event.target) || event.defaultPrevented) return;
      if (act(event)) event.preventDefault();
    };
    /** A field for a rule leaves the key alone when nothing that was written in it is left to take back. */
    const onLeft = (event: KeyboardEvent): void => {
      const isRule = event.target instanceof HTMLElement && event.target.isContentEditable;
      if (!isRule || isInDialog(event.target) || event.defaultPrevented) return;
      if (turn(event)) event.preventDefault();
    };
    // Before the canvas, which would move what has the focus by itself.
    document.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('keydown', onLeft);
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('keydown', onLeft);
    };
  }, [desk, flow, chosen, onChosen, clipboard, isDrawing, onSheet, onName, inside, back]);
}

/** Enter on the card of a step chooses it; once it is chosen, and something lies behind it, Enter is for that. */
function isAtChosen(target: EventTarget | null, flow: Flow, chosen: Chosen): boolean {
  const behind = insideOf(flow, chosen);
  if (behind === undefined || !(target instanceof HTMLElement)) return false;
  return target === document.body || target.dataset['id'] === behind.step;
}

function done(_: void): true {
  return true;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
}

/** Keys in the panel beside the drawing are for what stands there. */
function isBeside(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('aside') !== null;
}

/** Arrow keys move the border of a band that has the focus, and no steps. */
function isBorder(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.role === 'separator';
}
