import '@xyflow/react/dist/base.css';
import {
  MarkerType,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  type Connection,
  type Edge,
} from '@xyflow/react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { Loading } from '../../shell/states.tsx';
import type { Spot } from '../commands/spot.ts';
import { elkLayout } from '../layout/elk-layout.ts';
import { requiredGraph, type RequiredGraph } from './required-graph.ts';
import { DATA, DECISION, NODE_TYPES, type RequirementNode } from './requirement-nodes.tsx';
import styles from './requirements.module.css';

export interface RequirementsDrawingProps {
  readonly tables: DraftContent['tables'];
  /** Id of the table of which all values are drawn that it looks at; null: of none. */
  readonly current: string | null;
  /** So they are of all tables. */
  readonly isDetailed: boolean;
  readonly onOpen: (tableId: string) => void;
  readonly onConnect: (from: DecisionTable, to: DecisionTable) => void;
  /** `value` is what `to` knows it by. */
  readonly onDisconnect: (from: DecisionTable, to: DecisionTable, value: string) => void;
}

/** A decision requirements graph: values below, decisions above what they go by. */
export function RequirementsDrawing(props: RequirementsDrawingProps): ReactNode {
  const { tables, current, isDetailed } = props;
  const graph = useMemo(
    () => requiredGraph(tables, ({ id }) => isDetailed || id === current),
    [tables, current, isDetailed],
  );
  const laidOut = useLaidOut(graph);
  return laidOut === null ? (
    <Loading height={300} />
  ) : (
    <ReactFlowProvider>
      <Drawn {...props} {...laidOut} />
    </ReactFlowProvider>
  );
}

function Drawn({
  current,
  onOpen,
  onConnect,
  onDisconnect,
  graph,
  places,
}: Omit<RequirementsDrawingProps, 'isDetailed'> & LaidOut): ReactNode {
  const said = drawingWords.requirements;
  const [chosen, choose] = useState<string | null>(null);
  useFitting({ graph, places }, current);
  const byNode = useMemo(
    () => new Map(graph.decisions.map(({ id, table }) => [id, table] as const)),
    [graph],
  );
  const nodes = useMemo(
    () => [
      ...graph.data.map(({ id, name }): RequirementNode => ({
        ...DRAWN_NODE,
        id,
        type: 'value',
        position: places.get(id) ?? NOWHERE,
        connectable: false,
        data: { name },
        ...DATA,
      })),
      ...graph.decisions.map(({ id, table }): RequirementNode => ({
        ...DRAWN_NODE,
        id,
        type: 'decision',
        position: places.get(id) ?? NOWHERE,
        data: { table, isCurrent: table.id === current, onOpen },
        ...DECISION,
      })),
    ],
    [graph, places, current, onOpen],
  );
  const edges = useMemo(
    () =>
      graph.lines.map(({ id, from, to, name }): Edge => {
        const [source, target] = [byNode.get(from)?.name ?? '', byNode.get(to)?.name ?? ''];
        return {
          id,
          source: from,
          target: to,
          markerEnd: ARROW,
          focusable: name !== null,
          selectable: name !== null,
          deletable: name !== null,
          selected: id === chosen,
          ...(name === null
            ? { className: styles['looksAt'] ?? '' }
            : { label: name, ariaLabel: said.line(source, target), className: styles['line'] ?? '' }),
        };
      }),
    [graph, byNode, chosen, said],
  );
  const joined = ({ source, target }: Pick<Connection, 'source' | 'target'>) => {
    const [from, to] = [byNode.get(source), byNode.get(target)];
    return from === undefined || to === undefined || from === to ? null : { from, to };
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      nodesDraggable={false}
      nodesFocusable={false}
      elementsSelectable
      deleteKeyCode={['Delete', 'Backspace']}
      fitView
      proOptions={PRO}
      minZoom={0.2}
      maxZoom={1}
      aria-label={said.title}
      onConnect={(made) => {
        const ends = joined(made);
        if (ends !== null) onConnect(ends.from, ends.to);
      }}
      onEdgesChange={(changes) => {
        for (const change of changes)
          if (change.type === 'select')
            choose((was) => (change.selected ? change.id : was === change.id ? null : was));
      }}
      onEdgesDelete={(gone) => {
        for (const { id } of gone) {
          const line = graph.lines.find((one) => one.id === id);
          const ends = line === undefined ? null : joined({ source: line.from, target: line.to });
          if (ends !== null && line?.name != null) onDisconnect(ends.from, ends.to, line.name);
        }
      }}
      isValidConnection={(made) => joined({ source: made.source, target: made.target }) !== null}
      key={`${nodes.length}`}
    />
  );
}

const PRO = { hideAttribution: true };
const NOWHERE: Spot = { x: 0, y: 0 };
const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--edge)' } as const;
const DRAWN_NODE = {
  sourcePosition: Position.Top,
  targetPosition: Position.Bottom,
  deletable: false,
  selectable: false,
} as const;

/** In a window less wide all of it would be too small to be read. */
const NARROW = 600;
const READABLE = { minZoom: 0.5, maxZoom: 0.75 } as const;

/** Shows all of it whenever it changes or the window does; in little room, what stands around the current table. */
function useFitting({ graph, places }: LaidOut, current: string | null): void {
  const { fitView } = useReactFlow();
  const [width, height] = [useStore((state) => state.width), useStore((state) => state.height)];
  useEffect(() => {
    if (width === 0) return;
    const around = graph.decisions.filter(({ table }) => table.id === current);
    void fitView(width < NARROW ? { ...READABLE, ...(around.length > 0 && { nodes: around }) } : {});
  }, [fitView, width, height, graph, places, current]);
}

interface LaidOut {
  readonly graph: RequiredGraph;
  /** Where all of it stands. */
  readonly places: ReadonlyMap<string, Spot>;
}

/** The graph with its places; the one before it until they are worked out, and null before the first. */
function useLaidOut(graph: RequiredGraph): LaidOut | null {
  const [laidOut, set] = useState<LaidOut | null>(null);
  useEffect(() => {
    let isGone = false;
    const values = new Set(graph.data.map(({ id }) => id));
    const { layOut, end } = elkLayout({
      direction: 'UP',
      sizeOf: (id) => (values.has(id) ? DATA : DECISION),
    });
    void layOut({
      nodes: [...graph.data, ...graph.decisions].map(({ id }) => id),
      edges: graph.lines,
    })
      .then((places) => {
        if (!isGone) set({ graph, places });
      })
      .finally(end);
    return () => {
      isGone = true;
    };
  }, [graph]);
  return laidOut;
}
