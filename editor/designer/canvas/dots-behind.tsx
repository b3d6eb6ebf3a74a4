import { useStore, useStoreApi } from '@xyflow/react';
import { memo, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './canvas.module.css';

/** From one dot to the next, and across one, in canvas pixels. */
const APART = 16;
const DOT = 1;

/**
 * Dots behind a drawing, by which one sees how far it was moved. They are painted once for each size and only shifted
 * from then on, by less than from one dot to the next.
 */
export const DotsBehind = memo(function DotsBehind(): ReactNode {
  const id = useId();
  const store = useStoreApi();
  const zoom = useStore(({ transform }) => transform[2]);
  const layer = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const shift = (): void => {
      const [x, y, now] = store.getState().transform;
      // Whole pixels: parts of them would blur it, and cost more.
      const [right, down] = [x, y].map((by) => Math.round(by % (APART * now)));
      if (layer.current !== null) layer.current.style.transform = `translate(${right}px, ${down}px)`;
    };
    shift();
    return store.subscribe(shift);
  }, [store]);
  const apart = APART * zoom;
  const radius = (DOT * zoom) / 2;
  const size = `calc(100% + ${2 * apart}px)`;
  return (
    <div className={styles['dots']} aria-hidden>
      <svg ref={layer} style={{ left: -apart, top: -apart, width: size, height: size }}>
        <pattern
          id={id}
          x={-apart / 2}
          y={-apart / 2}
          width={apart}
          height={apart}
          patternUnits="userSpaceOnUse"
        >
          <circle cx={radius} cy={radius} r={radius} />
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
});
