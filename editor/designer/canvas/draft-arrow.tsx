import { EdgeLabelRenderer, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react';
import { IconPlus } from '@tabler/icons-react';
import { memo, useContext, type ReactNode } from 'react';
import { besideWords, labelPlace } from '../../../definitions/drawing/arrow-label.ts';
import { arrowPath } from '../../drawing/arrow-path.ts';
import drawn from '../../drawing/drawing.module.css';
import type { Point } from '../../../definitions/drawing/segments.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { UntoldContext } from '../stories/untold-here.ts';
import { useCanvasActs } from './canvas-acts.ts';
import styles from './canvas.module.css';
import { NearWaysContext } from './near-ways.ts';

export interface ArrowData extends Record<string, unknown> {
  /** The way that was found for it; null: it has none yet, or one of its ends is being moved. */
  readonly points: readonly Point[] | null;
  readonly label: string;
  readonly forks: boolean;
  /** Whether a trial went along it: in the moment that is shown, or before. */
  readonly went: 'now' | 'before' | null;
  /** One of its ends is being moved. */
  readonly isMoved: boolean;
}
export type DraftArrow = Edge<ArrowData, 'arrow'>;

/** Of the button that adds a step into it. */
const INTO_RADIUS = 10;

/** An arrow that can be chosen and led elsewhere. While its ends are moved it takes the shortest way. */
export const ArrowOnCanvas = memo(function ArrowOnCanvas(props: EdgeProps<DraftArrow>): ReactNode {
  const { id, data, selected } = props;
  const acts = useCanvasActs();
  const near = useContext(NearWaysContext);
  const isUntold = useContext(UntoldContext).arrows.has(id);
  if (data === undefined) return null;
  const { label, went } = data;
  const points = data.points ?? (data.isMoved ? null : (near.ways.get(id) ?? null));
  const isMarked = selected === true || went !== null;
  const [shortest, middleX, middleY] = getSmoothStepPath({ ...props, borderRadius: 6 });
  const path = points === null ? shortest : arrowPath(points);
  const place =
    points === null
      ? { x: middleX, y: middleY - 6, anchor: 'middle' as const }
      : labelPlace(points, label, data.forks || near.forked.has(id));
  const middle = points === null ? { x: middleX, y: middleY } : middleOf(points);
  const into = besideWords(middle, INTO_RADIUS, label, place);
  return (
    <>
      <path className={styles['grip']} d={path} />
      <path
        className={`${drawn['arrow']} ${isMarked ? drawn['taken'] : drawn['plain']} ${went === 'now' ? styles['just'] : ''}`}
        d={path}
        markerEnd={`url(#arrow-${isMarked ? 'taken' : 'plain'})`}
        data-went={went ?? undefined}
        data-untold={isUntold || undefined}
      />
      {label === '' ? null : (
        <text
          className={`${drawn['label']} ${styles['label']}`}
          x={place.x}
          y={place.y}
          textAnchor={place.anchor}
        >
          {label}
        </text>
      )}
      {selected !== true ? null : (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={`${styles['into']} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${into.x}px, ${into.y}px)` }}
            title={drawingWords.designer.addInto}
            aria-label={drawingWords.designer.addInto}
            onClick={(event) => acts.addInto(id, event.currentTarget.getBoundingClientRect())}
          >
            <IconPlus size={12} aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** Half way along. */
function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, i) => {
    const from = points[i] ?? to;
    return { from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) };
  });
  let left = pieces.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of pieces) {
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
