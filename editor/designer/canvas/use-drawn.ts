import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Chosen } from '../commands/remove.ts';
import { canvasArrows, canvasSteps, type DrawnWith } from './canvas-nodes.ts';
import type { DraftArrow } from './draft-arrow.tsx';
import type { StepNode } from './step-node.tsx';

/** What the canvas draws, and what it says that was done to it. */
export interface Drawn {
  readonly steps: StepNode[];
  readonly arrows: DraftArrow[];
  readonly onNodesChange: (changes: NodeChange<StepNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<DraftArrow>[]) => void;
  /** Steps are being moved: their arrows follow. */
  readonly onMoving: (moved: readonly StepNode[]) => void;
  /** They were put down, and arrows go as they did where nothing came of it. */
  readonly onPutDown: () => void;
}

/** The steps and arrows of a flow as they are drawn, those that are chosen marked, those that are moved under way. */
export function useDrawn(
  flow: Flow,
  drawn: DrawnWith,
  chosen: Chosen,
  onChoose: (change: (before: Chosen) => Chosen) => void,
): Drawn {
  const { trial = null } = drawn;
  const [steps, setSteps] = useState<StepNode[]>(() => canvasSteps(flow, drawn, []));
  const [arrows, setArrows] = useState<DraftArrow[]>(() => canvasArrows(flow, [], trial));
  const last = useRef({ flow, drawn, trial });
  useEffect(() => {
    const before = last.current;
    last.current = { flow, drawn, trial };
    if (before.flow !== flow || before.drawn !== drawn) setSteps((all) => canvasSteps(flow, drawn, all));
    if (before.flow !== flow || before.trial !== trial) setArrows((all) => canvasArrows(flow, all, trial));
  }, [flow, drawn, trial]);
  // What is chosen is the page's to say: choosing in the list of problems, or by a command, shows here as well.
  useEffect(() => {
    const nodes = new Set(chosen.nodes);
    const edges = new Set(chosen.edges);
    setSteps((before) => markChosen(before, nodes));
    setArrows((before) => markChosen(before, edges));
  }, [chosen]);

  /** Clicks and frames choose; what is chosen is kept by the page. */
  const choose = (
    list: keyof Chosen,
    changes: readonly (NodeChange<StepNode> | EdgeChange<DraftArrow>)[],
  ): void => {
    const selects = changes.flatMap((change) => (change.type === 'select' ? [change] : []));
    if (selects.length === 0) return;
    onChoose((before) => {
      const ids = new Set(before[list]);
      for (const { id, selected } of selects) {
        if (selected) ids.add(id);
        else ids.delete(id);
      }
      const next = [...ids];
      return next.join(' ') === before[list].join(' ') ? before : { ...before, [list]: next };
    });
  };
  return {
    steps,
    arrows,
    onNodesChange: useCallbackRef((changes) => {
      const others = changes.filter(({ type }) => type !== 'select');
      if (others.length > 0) setSteps((before) => applyNodeChanges(others, before));
      choose('nodes', changes);
    }),
    onEdgesChange: useCallbackRef((changes) => {
      const others = changes.filter(({ type }) => type !== 'select');
      if (others.length > 0) setArrows((before) => applyEdgeChanges(others, before));
      choose('edges', changes);
    }),
    onMoving: useCallbackRef((moved) => {
      const ids = new Set(moved.map(({ id }) => id));
      setArrows((before) =>
        before.map((edge) =>
          edge.data !== undefined && (ids.has(edge.source) || ids.has(edge.target))
            ? { ...edge, data: { ...edge.data, points: null, isMoved: true } }
            : edge,
        ),
      );
    }),
    onPutDown: useCallbackRef(() => setArrows((before) => canvasArrows(flow, before, trial))),
  };
}

function markChosen<T extends { readonly id: string; selected?: boolean }>(
  all: T[],
  chosen: ReadonlySet<string>,
): T[] {
  if (all.every(({ id, selected = false }) => selected === chosen.has(id))) return all;
  return all.map((one) =>
    (one.selected ?? false) === chosen.has(one.id) ? one : { ...one, selected: chosen.has(one.id) },
  );
}
