import '@xyflow/react/dist/base.css';
import {
  Handle,
  Position,
  ReactFlow,
  type Edge as CanvasEdge,
  type Node as CanvasNode,
  type NodeProps,
} from '@xyflow/react';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import { ArrowEdge, ArrowHeads, type ArrowEdgeData, type ArrowState } from './arrow-edge.tsx';
import { forking } from '../../definitions/drawing/arrow-label.ts';
import { bandsOf, type Band } from '../../definitions/drawing/bands.ts';
import { CHANGE_SIGNS, type DrawnChange, type DrawnStep } from './drawn-step.ts';
import styles from './drawing.module.css';
import { extent, roomAround, type Placement } from '../../definitions/drawing/place.ts';
import { waysOf } from '../../definitions/drawing/near-ways.ts';
import { StepCard } from './step-card.tsx';

type StepNode = CanvasNode<
  { readonly step: DrawnStep; readonly onSelect?: ((nodeId: string) => void) | undefined },
  'step'
>;
type BandNode = CanvasNode<{ readonly band: Band; readonly isAlternate: boolean }, 'band'>;

const NODE_TYPES = { step: StepOnCanvas, band: BandOnCanvas };
const EDGE_TYPES = { arrow: ArrowEdge };
const MARGIN = 28;
const BEYOND = 3000;
const GUTTER = 24;

export interface DrawingProps {
  readonly flow: Flow;
  /** Which steps are drawn, and how they stand. */
  readonly steps: readonly DrawnStep[];
  readonly placement: Placement;
  /** Edges a case went along; absent for a drawing without a case. */
  readonly taken?: ReadonlySet<string> | undefined;
  /** Arrows that are not as in another drawing; each has its sign beside its colour. */
  readonly changes?: ReadonlyMap<string, Exclude<DrawnChange, 'moved'>> | undefined;
  readonly withBands: boolean;
  /** Words on arrows where there is a choice. */
  readonly withLabels: boolean;
  readonly label: string;
  /** Where there is more room than it needs it is drawn larger. */
  readonly grows?: boolean;
  readonly onSelect?: (nodeId: string) => void;
}

/**
 * A flow as a read-only drawing at its true size, so that no text gets small; what is larger than its place scrolls.
 * The step where the case stands (or the chosen one) is scrolled into view at first.
 */
export default function Drawing({
  flow,
  steps,
  placement,
  taken,
  changes,
  withBands,
  withLabels,
  label,
  grows = false,
  onSelect,
}: DrawingProps): ReactNode {
  const scrollRef = useRef<HTMLDivElement>(null);
  const room = useElementSize();
  const roomRef = useMergedRef(scrollRef, room.ref);
  const bands = useMemo(() => (withBands ? bandsOf(flow, placement) : []), [flow, placement, withBands]);
  const edges = useMemo(
    () => arrowsOf(flow, placement, { taken, changes, withLabels }),
    [flow, placement, taken, changes, withLabels],
  );
  const around = extent(new Map([...placement, ...bands.map((band) => [band.id, band] as const)]));
  const least = withLabels ? MARGIN : 12;
  const inset =
    bands.length > 0
      ? { left: 0, top: 0, right: 0, bottom: 0 }
      : roomAround(
          around,
          edges.flatMap(({ data }) => data?.points ?? []),
          { left: least, top: least, right: withLabels ? GUTTER : 4, bottom: least },
        );
  const size = {
    width: around.width + inset.left + inset.right,
    height: around.height + inset.top + inset.bottom,
  };
  const zoom = grows ? zoomFor(size, room) : 1;
  const nodes: readonly (StepNode | BandNode)[] = [
    ...bands.map((band, index): BandNode => bandNode(band, index, index === bands.length - 1)),
    ...steps.flatMap((step): StepNode[] => {
      const box = placement.get(step.node.id);
      return box === undefined ? [] : [stepNode(step, box, onSelect)];
    }),
  ];
  const focus =
    steps.find((step) => step.isSelected) ??
    steps.find((step) => step.state === 'here' || step.state === 'stuck');
  const focusBox = focus === undefined ? undefined : placement.get(focus.node.id);
  const focusAt = focusBox === undefined ? null : `${focusBox.x - around.x} ${focusBox.y - around.y}`;
  useEffect(() => {
    const scroll = scrollRef.current;
    if (scroll === null || focusAt === null) return;
    const [x = 0, y = 0] = focusAt.split(' ').map(Number);
    if (y < scroll.scrollTop || y + 60 > scroll.scrollTop + scroll.clientHeight)
      scroll.scrollTop = y - scroll.clientHeight / 2;
    if (x < scroll.scrollLeft || x + 180 > scroll.scrollLeft + scroll.clientWidth)
      scroll.scrollLeft = x - scroll.clientWidth / 2;
  }, [focusAt]);

  return (
    <div ref={roomRef} className={styles['scroll']} role="group" aria-label={label} tabIndex={0}>
      <div className={styles['canvas']} style={{ width: size.width * zoom, height: size.height * zoom }}>
        <ArrowHeads />
        <ReactFlow<StepNode | BandNode, CanvasEdge>
          nodes={[...nodes]}
          edges={[...edges]}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          viewport={{ x: (inset.left - around.x) * zoom, y: (inset.top - around.y) * zoom, zoom }}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          panOnScroll={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        />
      </div>
    </div>
  );
}

const LARGEST = 1.3;

/** How large a drawing of that size is drawn to fill its room: never smaller than it is. */
function zoomFor(
  { width, height }: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): number {
  return Math.max(1, Math.min(LARGEST, room.width / width, room.height / height));
}

function stepNode(
  step: DrawnStep,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  onSelect: DrawingProps['onSelect'],
): StepNode {
  return {
    id: step.node.id,
    type: 'step',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: 2,
    style: { pointerEvents: 'all' },
    data: { step, onSelect },
  };
}

function bandNode(band: Band, index: number, isLast: boolean): BandNode {
  return {
    id: `band ${band.id}`,
    type: 'band',
    position: { x: band.x, y: band.y },
    // To the edge of the canvas, however wide; what is beyond is cut off there.
    width: band.width + BEYOND,
    height: band.height + (isLast ? BEYOND : 0),
    zIndex: -1,
    data: { band, isAlternate: index % 2 === 0 },
  };
}

function arrowsOf(
  flow: Flow,
  placement: Placement,
  { taken, changes, withLabels }: Pick<DrawingProps, 'taken' | 'changes' | 'withLabels'>,
): readonly ArrowEdgeData[] {
  const ways = waysOf(
    flow.edges.map((edge) => ({ id: edge.id, from: edge.from.node, to: edge.to })),
    placement,
  );
  const forked = forking(ways);
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.edges.flatMap((edge): ArrowEdgeData[] => {
    const points = ways.get(edge.id);
    if (points === undefined) return [];
    const from = nodes.get(edge.from.node);
    const port = from && portsOf(from).find((one) => one.port === edge.from.port);
    const change = changes?.get(edge.id);
    const state: ArrowState =
      change ?? (taken === undefined ? 'plain' : taken.has(edge.id) ? 'taken' : 'off');
    const said = withLabels ? (edge.name ?? port?.name ?? '') : '';
    return [
      {
        id: edge.id,
        source: edge.from.node,
        target: edge.to,
        type: 'arrow',
        zIndex: state === 'plain' || state === 'off' ? 3 : 4,
        data: {
          points,
          label: change === undefined ? said : `${CHANGE_SIGNS[change]} ${said}`.trim(),
          forks: forked.has(edge.id),
          state,
        },
      },
    ];
  });
}

function StepOnCanvas({ data }: NodeProps<StepNode>): ReactNode {
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        className={styles['handle'] ?? ''}
        isConnectable={false}
      />
      <StepCard step={data.step} onSelect={data.onSelect} />
      <Handle
        type="source"
        position={Position.Right}
        className={styles['handle'] ?? ''}
        isConnectable={false}
      />
    </>
  );
}

function BandOnCanvas({ data }: NodeProps<BandNode>): ReactNode {
  return (
    <div className={`${styles['band']} ${data.isAlternate ? styles['alternate'] : ''}`}>
      <h3 className={styles['bandName']}>{data.band.name}</h3>
    </div>
  );
}
