import { useStoreApi, type NodeChange, type ReactFlowState } from '@xyflow/react';
import { useCallbackRef, useWindowEvent } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { alignment, linesOf, type Guide, type Lines } from '../../../definitions/drawing/guides.ts';
import { boxAround, CARD, type Box } from '../../../definitions/drawing/place.ts';
import { GRID, type Spot } from '../commands/spot.ts';
import type { StepNode } from './step-node.tsx';

/** So near to a line, in pixels of the screen, a step is drawn to it. */
const NEAR = 6;
const NONE: readonly Guide[] = [];
const STILL: Spot = { x: 0, y: 0 };

export interface Guides {
  /** Where what is moved stands in line just now. */
  readonly guides: readonly Guide[];
  /** What the canvas says that was done to it, with what is moved in line. */
  readonly aligned: (changes: NodeChange<StepNode>[]) => NodeChange<StepNode>[];
  /** What was moved is put down: answers how far it stands from where the pointer left it. */
  readonly putDown: () => Spot;
}

type Seen = Pick<ReactFlowState<StepNode>, 'nodes' | 'transform' | 'width' | 'height'>;

/**
 * Lets steps that are moved stand in line with those in sight; not while Alt is held. From afar (`isOff`) nobody sees
 * whether they do.
 */
export function useGuides(isOff: boolean): Guides {
  const store = useStoreApi<StepNode>();
  const [guides, show] = useState(NONE);
  const shift = useRef(STILL);
  const isFree = useRef(false);
  /** As long as the same is seen while something is moved, what stands still is looked at once. */
  const still = useRef<{ readonly seen: Seen['transform']; readonly lines: Lines } | null>(null);
  // It comes before the event that moves the step.
  useWindowEvent('pointermove', ({ altKey }) => (isFree.current = altKey));

  const putDown = useCallbackRef((): Spot => {
    const { x, y } = shift.current;
    shift.current = STILL;
    still.current = null;
    show(NONE);
    return { x, y };
  });
  const align = (moved: readonly (Box & { readonly id: string })[]): void => {
    const seen = store.getState();
    if (still.current?.seen !== seen.transform)
      still.current = { seen: seen.transform, lines: linesOf(cardsInSight(seen, moved)) };
    const within = Math.min(3 * GRID, Math.max(GRID, NEAR / seen.transform[2]));
    const { x, y, guides: found } = alignment(boxAround(moved), still.current.lines, { within, grid: GRID });
    shift.current = { x, y };
    show(found.length === 0 ? NONE : found);
  };
  const aligned = useCallbackRef((changes: NodeChange<StepNode>[]): NodeChange<StepNode>[] => {
    const moved = changes.flatMap((change) =>
      change.type === 'position' && change.position !== undefined
        ? [{ ...change, ...change.position, ...CARD }]
        : [],
    );
    if (moved.length === 0) return changes;
    if (moved.some(({ dragging }) => dragging === true)) {
      if (isOff || isFree.current) putDown();
      else align(moved);
    }
    const { x, y } = shift.current;
    if (x === 0 && y === 0) return changes;
    return changes.map((change) =>
      change.type === 'position' && change.position !== undefined
        ? { ...change, position: { x: change.position.x + x, y: change.position.y + y } }
        : change,
    );
  });
  return { guides, aligned, putDown };
}

function cardsInSight(
  { nodes, transform: [x, y, zoom], width, height }: Seen,
  moved: readonly { readonly id: string }[],
): readonly Box[] {
  const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const ids = new Set(moved.map(({ id }) => id));
  return nodes.flatMap(({ id, position }) => {
    const card = { ...position, ...CARD };
    return ids.has(id) || !meets(card, sight) ? [] : [card];
  });
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
