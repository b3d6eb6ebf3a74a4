import type { Edge, EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { labelPlace } from '../../definitions/drawing/arrow-label.ts';
import { arrowPath } from './arrow-path.ts';
import styles from './drawing.module.css';
import type { Point } from '../../definitions/drawing/segments.ts';

/**
 * Whether a case went along an arrow, or how it is not as in another drawing; 'plain' is a drawing without a case.
 */
export type ArrowState = 'taken' | 'off' | 'plain' | 'added' | 'removed' | 'changed';
export type ArrowEdgeData = Edge<
  {
    readonly points: readonly Point[];
    readonly label: string;
    /** It begins as one with another arrow. */
    readonly forks: boolean;
    readonly state: ArrowState;
  },
  'arrow'
>;

/** An arrow along the way that was routed for it, with its words where there is a choice. */
export function ArrowEdge({ data }: EdgeProps<ArrowEdgeData>): ReactNode {
  if (data === undefined || data.points.length < 2) return null;
  const place = labelPlace(data.points, data.label, data.forks);
  return (
    <g>
      <path
        className={`${styles['arrow']} ${styles[data.state]}`}
        d={arrowPath(data.points)}
        markerEnd={`url(#arrow-${data.state})`}
      />
      {data.label === '' ? null : (
        <text
          className={`${styles['label']} ${data.state === 'off' ? styles['offLabel'] : ''}`}
          x={place.x}
          y={place.y}
          textAnchor={place.anchor}
        >
          {data.label}
        </text>
      )}
    </g>
  );
}

/** The heads of arrows, once in a drawing. */
export function ArrowHeads(): ReactNode {
  const states: readonly ArrowState[] = ['taken', 'off', 'plain', 'added', 'removed', 'changed'];
  return (
    <svg className={styles['heads']} aria-hidden>
      <defs>
        {states.map((state) => (
          <marker
            key={state}
            id={`arrow-${state}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={`${styles['head']} ${styles[state]}`} d="M1 1L7 4L1 7" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
