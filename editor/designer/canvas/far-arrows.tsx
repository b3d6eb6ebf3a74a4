import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Point } from '../../../definitions/drawing/segments.ts';
import styles from './canvas.module.css';

/** So many arrows are one line: more are slower where few of them are in sight, fewer where all are. */
const TOGETHER = 100;

/** Arrows seen from afar: lines alone, many of them at once. */
export const FarArrows = memo(function FarArrows({
  ways,
  without,
}: {
  readonly ways: ReadonlyMap<string, readonly Point[]>;
  /** Those that are drawn by themselves. */
  readonly without: ReadonlySet<string>;
}): ReactNode {
  const lines = [...ways].filter(([id]) => !without.has(id)).map(([, points]) => lineOf(points));
  const parts = Array.from({ length: Math.ceil(lines.length / TOGETHER) }, (_, n) =>
    lines.slice(n * TOGETHER, (n + 1) * TOGETHER).join(''),
  );
  return (
    <ViewportPortal>
      <svg className={styles['farArrows']} aria-hidden>
        {parts.map((d, n) => (
          <path key={n} d={d} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

function lineOf(points: readonly Point[]): string {
  return points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}
