import { useReactFlow } from '@xyflow/react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { CARD } from '../../../definitions/drawing/place.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { roomAbove } from '../commands/bands.ts';
import { GRID } from '../commands/spot.ts';
import styles from './bands.module.css';

/** A band is hardly ever higher, in canvas pixels. */
const HIGH = 4000;

interface Drag {
  /** Where it was taken hold of, on the screen. */
  readonly from: number;
  /** So far up it can go, and so far it went, in canvas pixels. */
  readonly room: number;
  readonly by: number;
}

/** The lower border of a band: dragged, or moved by the arrow keys, it takes all that stands below it along. */
export function BandBorder({
  flow,
  id,
  name,
  height,
  place,
  onMove,
}: {
  readonly flow: Flow;
  readonly id: string;
  readonly name: string;
  /** Of the band. */
  readonly height: number;
  readonly place: { readonly x: number; readonly y: number; readonly width: number };
  readonly onMove: (by: number) => void;
}): ReactNode {
  const canvas = useReactFlow();
  const [drag, setDrag] = useState<Drag | null>(null);
  const label = drawingWords.designer.bands.border(name);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: event.clientY, room: roomAbove(flow, id) ?? 0, by: 0 });
  };
  const onPointerMove = ({ clientY }: PointerEvent): void => {
    if (drag === null) return;
    const far = Math.round((clientY - drag.from) / canvas.getZoom() / GRID) * GRID;
    setDrag({ ...drag, by: Math.max(far, -drag.room) });
  };
  const onPointerUp = (): void => {
    setDrag(null);
    if (drag !== null && drag.by !== 0) onMove(drag.by);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setDrag(null);
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (way === undefined || drag !== null) return;
    event.preventDefault();
    onMove(way * (event.shiftKey ? 10 * GRID : GRID));
  };
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={Math.round(height)}
      aria-valuemin={CARD.height}
      aria-valuemax={Math.max(HIGH, Math.round(height))}
      tabIndex={0}
      title={label}
      className={`${styles['border']} ${drag === null ? '' : styles['dragged']} nopan nodrag`}
      style={{
        transform: `translate(${place.x}px, ${place.y + (drag?.by ?? 0)}px)`,
        width: place.width,
      }}
      {...{ onPointerDown, onPointerMove, onPointerUp, onKeyDown }}
      onPointerCancel={() => setDrag(null)}
    />
  );
}
