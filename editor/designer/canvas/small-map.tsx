import { useReactFlow, useStore, type ReactFlowState } from '@xyflow/react';
import { useMemo, type PointerEvent, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { boxAround, drawnPlacement, type Box } from '../../../definitions/drawing/place.ts';
import styles from './canvas.module.css';

const WIDTH = 140;
const HEIGHT = 90;
/** Free around what is shown, in pixels of the map. */
const FREE = 5;

const viewOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState): string =>
  [-x / zoom, -y / zoom, width / zoom, height / zoom].join(' ');

/** A large drawing as a whole, and which part of it is looked at; pressing on it or drawing there leads elsewhere. */
export function SmallMap({ flow }: { readonly flow: Flow }): ReactNode {
  const canvas = useReactFlow();
  const [x = 0, y = 0, width = 0, height = 0] = useStore(viewOf).split(' ').map(Number);
  const { all, steps } = useMemo(() => {
    const boxes = [...drawnPlacement(flow).values()];
    return { all: boxAround(boxes), steps: boxes.map(lineAround).join('') };
  }, [flow]);
  const view = { x, y, width, height };
  const shown = boxAround([all, view]);
  const scale = Math.max(shown.width / WIDTH, shown.height / HEIGHT);
  const room = {
    x: shown.x - ((WIDTH + 2 * FREE) * scale - shown.width) / 2,
    y: shown.y - ((HEIGHT + 2 * FREE) * scale - shown.height) / 2,
    width: (WIDTH + 2 * FREE) * scale,
    height: (HEIGHT + 2 * FREE) * scale,
  };
  const lead = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const to = {
      x: room.x + ((event.clientX - box.left) / box.width) * room.width,
      y: room.y + ((event.clientY - box.top) / box.height) * room.height,
    };
    void canvas.setCenter(to.x, to.y, { zoom: canvas.getZoom() });
  };
  return (
    <svg
      className={`${styles['minimap']} nopan nowheel`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`${room.x} ${room.y} ${room.width} ${room.height}`}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        lead(event);
      }}
      onPointerMove={lead}
      onWheel={({ deltaY }) => void canvas.zoomTo(canvas.getZoom() * 2 ** (-deltaY / 500))}
    >
      <path className={styles['mapSteps']} d={steps} />
      <path className={styles['mapAway']} fillRule="evenodd" d={lineAround(room) + lineAround(view)} />
    </svg>
  );
}

function lineAround({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
