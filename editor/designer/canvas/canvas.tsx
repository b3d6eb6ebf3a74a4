import {
  ReactFlow,
  useReactFlow,
  useStore,
  type Connection,
  type FinalConnectionState,
  type Viewport,
} from '@xyflow/react';
import { useCallbackRef } from '@mantine/hooks';
import {
  useEffect,
  useMemo,
  useState,
  type DragEvent,
  type MouseEvent as Click,
  type ReactNode,
  type RefObject,
} from 'react';
import { CARD } from '../../../definitions/drawing/place.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { freePort } from '../commands/free-port.ts';
import type { StepTarget } from '../commands/add-step.ts';
import { GRID, type Spot } from '../commands/spot.ts';
import { DRAGGED } from '../palette.tsx';
import { BandsBehind } from './bands-behind.tsx';
import { CanvasActsContext, type CanvasActs } from './canvas-acts.ts';
import { CanvasTools } from './canvas-tools.tsx';
import { ArrowOnCanvas, type DraftArrow } from './draft-arrow.tsx';
import { DotsBehind } from './dots-behind.tsx';
import { FarArrows } from './far-arrows.tsx';
import { Glimpse, usePointedAt } from './glimpse.tsx';
import { GroundMenu } from './ground-menu.tsx';
import { GuideLines } from './guide-lines.tsx';
import { arrowNear } from './far-ways.ts';
import type { FlowCanvasProps } from './flow-canvas.tsx';
import { arrowUnder, isInSight } from './in-sight.ts';
import { QuickPalette } from './quick-palette.tsx';
import { NameInPlace } from './name-in-place.tsx';
import { nameField, namingOf, namingOfStep, type Naming } from './naming.ts';
import { isFarAt, LARGE, SightContext } from './sight.ts';
import { NearWaysContext, useNearWays } from './near-ways.ts';
import { SmallMap } from './small-map.tsx';
import { StepOnCanvas, type StepNode } from './step-node.tsx';
import { useDrawn } from './use-drawn.ts';
import { useGuides } from './use-guides.ts';
import { useSeenArrows } from './use-seen-arrows.ts';
import { useShifted } from './use-shifted.ts';

/** A drawing of fewer steps is seen as a whole. */
const WORTH_A_MAP = 60;
/** From afar, who clicks so near to an arrow means it, in pixels of the screen. */
const NEAR = 5;
// What stays the same object tells the canvas that nothing is to be done: each that does not costs it a round of all steps.
const NODE_TYPES = { step: StepOnCanvas };
const EDGE_TYPES = { arrow: ArrowOnCanvas };
const SNAP: [number, number] = [GRID, GRID];
const SEVERAL = ['Shift', 'Meta', 'Control'];
const PRO = { hideAttribution: true };

interface Offer {
  readonly target: StepTarget;
  readonly at: { readonly x: number; readonly y: number };
}

export interface CanvasProps extends FlowCanvasProps {
  readonly whole: RefObject<HTMLDivElement | null>;
  /** How it is looked at first. */
  readonly opening: Viewport;
  /** An arrow is being drawn. */
  readonly isConnecting: boolean;
  readonly onConnecting: (isConnecting: boolean) => void;
}

/** The canvas itself, once it is known how large it is. */
export function Canvas({
  flow,
  drawn,
  groups,
  chosen,
  whole,
  opening,
  isConnecting,
  onConnecting,
  ...on
}: CanvasProps): ReactNode {
  const canvas = useReactFlow<StepNode, DraftArrow>();
  const { steps, arrows, ...changing } = useDrawn(flow, drawn, chosen, on.onChoose);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [ground, setGround] = useState<Offer['at'] | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const isFar = useStore(({ transform }) => isFarAt(transform[2], flow.nodes.length));
  const { single, far } = useSeenArrows(flow, arrows, isFar);
  const { guides, aligned, putDown } = useGuides(isFar);
  const near = useNearWays(flow);
  const field = naming === null ? null : nameField(flow, arrows, naming, near);
  useShifted();
  const { pointed, move, leave } = usePointedAt();
  const pointedStep = pointed === null ? undefined : flow.nodes.find(({ id }) => id === pointed.id);
  const { trial = null } = drawn;

  const [only] = chosen.nodes;
  const lookAt = (id: string | null | undefined): void => {
    const position = flow.nodes.find((node) => node.id === id)?.position;
    const { current } = whole;
    if (position === undefined || current === null) return;
    const room = { width: current.offsetWidth, height: current.offsetHeight };
    if (isInSight(position, canvas.getViewport(), room)) return;
    const [x, y] = [position.x + CARD.width / 2, position.y + CARD.height / 2];
    void canvas.setCenter(x, y, { zoom: 1, duration: 150 });
  };
  useEffect(() => lookAt(chosen.nodes.length > 1 ? null : only), [canvas, only, chosen.nodes.length]);
  useEffect(() => lookAt(trial?.focus), [canvas, trial?.focus]);

  const within = (screen: { readonly x: number; readonly y: number }): Offer['at'] => {
    const box = whole.current?.getBoundingClientRect();
    const [x, y] = [screen.x - (box?.left ?? 0), screen.y - (box?.top ?? 0)];
    return { x: Math.min(x, (box?.width ?? 0) - 250), y: Math.min(y, Math.max(8, (box?.height ?? 0) - 330)) };
  };
  const addBehind = useCallbackRef((node: string, by: DOMRect): void => {
    const port = freePort(flow, node);
    if (port !== undefined)
      setOffer({ target: { after: { node, port } }, at: within({ x: by.right + 6, y: by.top }) });
  });
  const addInto = useCallbackRef((edge: string, by: DOMRect): void =>
    setOffer({ target: { into: edge }, at: within({ x: by.right + 6, y: by.top }) }),
  );
  const acts = useMemo((): CanvasActs => ({ addBehind, addInto }), [addBehind, addInto]);

  const nameBand = useCallbackRef((id: string): void => setNaming({ of: 'band', id }));
  const nameArrow = useCallbackRef((id: string): void => {
    setOffer(null);
    setNaming({ of: 'arrow', id });
  });
  /** From afar arrows are not there to be clicked. */
  const farArrowAt = (screen: { readonly x: number; readonly y: number }): string | null =>
    far === null
      ? null
      : arrowNear(
          far.ways,
          canvas.screenToFlowPosition(screen, { snapToGrid: false }),
          NEAR / canvas.getZoom(),
        );
  const onPaneClick = useCallbackRef(({ clientX, clientY }: Click): void => {
    const edge = farArrowAt({ x: clientX, y: clientY });
    if (edge !== null) on.onChoose({ nodes: [], edges: [edge] });
  });
  const onMoving = useCallbackRef((moved: readonly StepNode[]): void => {
    on.onMoving(true);
    changing.onMoving(moved);
  });
  const onPutDown = useCallbackRef((moved: readonly StepNode[]): void => {
    on.onMoving(false);
    const { x, y } = putDown();
    const to = moved.map(({ id, position: at }) => [id, { x: at.x + x, y: at.y + y }] as const);
    on.onMove(new Map(to));
    // Where it was put back to its place nothing changes, and the arrows are as they were.
    changing.onPutDown();
  });
  const onConnectEnd = useCallbackRef((event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
    onConnecting(false);
    const { fromNode, fromHandle, toNode, isValid } = state;
    if (isValid === true || toNode !== null || fromNode === null || fromHandle?.id == null) return;
    const screen = 'clientX' in event ? event : event.changedTouches[0];
    if (screen === undefined) return;
    const point = { x: screen.clientX, y: screen.clientY };
    const spot = canvas.screenToFlowPosition(point);
    const target = { after: { node: fromNode.id, port: fromHandle.id }, at: { x: spot.x, y: spot.y - 22 } };
    setOffer({ target, at: within(point) });
  });
  /** Where a step stands that is put there. */
  const spotFor = (screen: { readonly x: number; readonly y: number }): Spot => {
    const { x, y } = canvas.screenToFlowPosition(screen);
    return { x: x - 82, y: y - 22 };
  };
  const onDrop = (event: DragEvent): void => {
    const key = event.dataTransfer.getData(DRAGGED);
    const item = groups.flatMap(({ items }) => items).find((one) => one.key === key);
    if (item === undefined) return;
    event.preventDefault();
    const screen = { x: event.clientX, y: event.clientY };
    const edge = arrowUnder(screen.x, screen.y) ?? farArrowAt(screen);
    on.onAdd(item, edge === null ? { at: spotFor(screen) } : { into: edge });
  };

  return (
    <>
      <CanvasActsContext value={acts}>
        <NearWaysContext value={near}>
          <SightContext value={!isFar ? 'near' : isConnecting ? 'far, joining' : 'far'}>
            <ReactFlow<StepNode, DraftArrow>
              aria-label={drawingWords.designer.canvas(flow.name)}
              nodes={steps}
              edges={single}
              nodeTypes={NODE_TYPES}
              edgeTypes={EDGE_TYPES}
              onNodesChange={useCallbackRef((changes) => changing.onNodesChange(aligned(changes)))}
              onEdgesChange={changing.onEdgesChange}
              onNodeMouseMove={move}
              onNodeMouseLeave={leave}
              onNodeDragStart={useCallbackRef((_, __, moved) => onMoving(moved))}
              onNodeDragStop={useCallbackRef((_, __, moved) => onPutDown(moved))}
              onSelectionDragStart={useCallbackRef((_, moved) => onMoving(moved))}
              onSelectionDragStop={useCallbackRef((_, moved) => onPutDown(moved))}
              onConnectStart={useCallbackRef(() => onConnecting(true))}
              onConnectEnd={onConnectEnd}
              onConnect={useCallbackRef(({ source, sourceHandle, target }: Connection) => {
                if (sourceHandle !== null) on.onConnect({ node: source, port: sourceHandle }, target);
              })}
              onReconnect={useCallbackRef((edge, { target }) => on.onLead(edge.id, target))}
              onNodeDoubleClick={useCallbackRef((_, { id, data }) => {
                if (!on.onOpen(id)) setNaming(namingOfStep(data.step.node));
              })}
              onEdgeDoubleClick={useCallbackRef((_, { id }) => nameArrow(id))}
              zoomOnDoubleClick={false}
              onPaneClick={onPaneClick}
              onPaneContextMenu={useCallbackRef((event: Click | MouseEvent): void => {
                event.preventDefault();
                setGround({ x: event.clientX, y: event.clientY });
              })}
              onDragOver={dragOver}
              onDrop={onDrop}
              snapToGrid
              snapGrid={SNAP}
              minZoom={0.1}
              maxZoom={2}
              defaultViewport={opening}
              deleteKeyCode={null}
              multiSelectionKeyCode={SEVERAL}
              selectionKeyCode="Shift"
              panOnScroll
              onlyRenderVisibleElements={flow.nodes.length > LARGE}
              elevateNodesOnSelect={false}
              proOptions={PRO}
            >
              <BandsBehind flow={flow} onName={nameBand} onBand={useCallbackRef(on.onBand)} />
              {far === null ? <DotsBehind /> : <FarArrows {...far} />}
              <GuideLines guides={guides} />
              {naming === null || field === null ? null : (
                <NameInPlace
                  key={`${naming.of} ${naming.id}`}
                  {...{ naming, field }}
                  onKeep={(text) => on.onName(naming, text)}
                  onDone={() => setNaming(null)}
                />
              )}
            </ReactFlow>
          </SightContext>
        </NearWaysContext>
        {flow.nodes.length < WORTH_A_MAP ? null : <SmallMap flow={flow} />}
        <CanvasTools
          chosen={chosen.nodes}
          view={on.view}
          onTidy={on.onTidy}
          onName={(what) => setNaming(what ?? namingOf(flow, chosen))}
        />
      </CanvasActsContext>
      {pointed === null || pointedStep === undefined ? null : (
        <Glimpse key={pointed.id} node={pointedStep} at={pointed.at} drawn={drawn} />
      )}
      {ground === null ? null : (
        <GroundMenu
          {...{ flow, onName: nameBand, onBand: on.onBand, onTidy: on.onTidy }}
          at={ground}
          onAdd={() => setOffer({ target: { at: spotFor(ground) }, at: within(ground) })}
          onClose={() => setGround(null)}
        />
      )}
      {offer === null ? null : (
        <QuickPalette
          groups={groups}
          at={offer.at}
          onChoose={(item) => {
            setOffer(null);
            on.onAdd(item, offer.target);
          }}
          onClose={() => setOffer(null)}
        />
      )}
    </>
  );
}

function dragOver(event: DragEvent): void {
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}
