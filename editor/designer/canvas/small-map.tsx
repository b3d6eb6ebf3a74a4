import { useReactFlow, useStore, type ReactFlowState } from '@xyflow/react';
import { memo, useMemo, type PointerEvent, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { boxAround, drawnPlacement, type Box } from '../../../definitions/drawing/place.ts';
import styles from './canvas.module.css';

const WIDTH = 138;
const HEIGHT = 88;
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
  const scale = Math.max(shown.width / (WIDTH - 2 * FREE), shown.height / (HEIGHT - 2 * FREE));
  const room = {
    x: shown.x - (WIDTH * scale - shown.width) / 2,
    y: shown.y - (HEIGHT * scale - shown.height) / 2,
    width: WIDTH * scale,
    height: HEIGHT * scale,
  };
  const lead = ({ buttons, currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): void => {
    if (buttons !== 1) return;
    const box = currentTarget.getBoundingClientRect();
    const to = {
      x: room.x + (clientX - box.left - currentTarget.clientLeft) * scale,
      y: room.y + (clientY - box.top - currentTarget.clientTop) * scale,
    };
    void canvas.setCenter(to.x, to.y, { zoom: canvas.getZoom() });
  };
  return (
    <div
      className={`${styles['minimap']} nopan nowheel`}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        lead(event);
      }}
      onPointerMove={lead}
      onWheel={({ deltaY }) => void canvas.zoomTo(canvas.getZoom() * 2 ** (-deltaY / 500))}
    >
      <div className={styles['map']}>
        <Steps d={steps} viewBox={`${room.x} ${room.y} ${room.width} ${room.height}`} />
        <span
          className={styles['mapView']}
          style={{
            width: width / scale,
            height: height / scale,
            transform: `translate(${(x - room.x) / scale}px, ${(y - room.y) / scale}px)`,
          }}
        />
      </div>
    </div>
  );
}

const Steps = memo(function Steps({
  d,
  viewBox,
}: {
  readonly d: string;
  readonly viewBox: string;
}): ReactNode {
  return (
    <svg className={styles['mapSteps']} width={WIDTH} height={HEIGHT} viewBox={viewBox}>
      <path d={d} />
    </svg>
  );
});

function lineAround({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
