import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useRef, useState, type Dispatch, type ReactNode, type RefObject, type SetStateAction } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { ArrowHeads } from '../../drawing/arrow-edge.tsx';
import type { BandAct } from '../band-acts.ts';
import type { PaletteGroup, PaletteItem } from '../choices.ts';
import type { Chosen } from '../commands/remove.ts';
import type { StepTarget } from '../commands/add-step.ts';
import type { Spot } from '../commands/spot.ts';
import { Canvas, type CanvasProps } from './canvas.tsx';
import type { DrawnWith } from './canvas-nodes.ts';
import type { ViewActs } from './canvas-tools.tsx';
import styles from './canvas.module.css';
import type { Naming } from './naming.ts';
import { openingView, useFirstSize, type Size } from './opening-view.ts';

export interface FlowCanvasProps {
  readonly flow: Flow;
  readonly drawn: DrawnWith;
  readonly groups: readonly PaletteGroup[];
  readonly chosen: Chosen;
  readonly onChoose: Dispatch<SetStateAction<Chosen>>;
  readonly onAdd: (item: PaletteItem, target: StepTarget) => void;
  readonly onMove: (to: ReadonlyMap<string, Spot>) => void;
  readonly onConnect: (from: { readonly node: string; readonly port: string }, to: string) => void;
  readonly onLead: (edge: string, to: string) => void;
  /** Opens what stands behind a step, and answers whether anything does. */
  readonly onOpen: (node: string) => boolean;
  /** Words were written in their place. */
  readonly onName: (naming: Naming, text: string) => void;
  readonly onBand: (act: BandAct) => void;
  readonly onTidy: () => void;
  /** Where acts on what is seen of it are left for others. */
  readonly view: RefObject<ViewActs | null>;
  /** Steps are being moved, or were put down. */
  readonly onMoving: (isMoving: boolean) => void;
}

/** A flow that is drawn: steps are moved, joined, chosen and added here. What is changed goes out as one act each. */
export default function FlowCanvas(props: FlowCanvasProps): ReactNode {
  const whole = useRef<HTMLDivElement>(null);
  const size = useFirstSize(whole);
  const [isConnecting, setConnecting] = useState(false);
  return (
    <div ref={whole} className={`${styles['canvas']} ${isConnecting ? styles['connecting'] : ''}`}>
      <ArrowHeads />
      {size === null ? null : (
        <Opened {...props} {...{ whole, size, isConnecting }} onConnecting={setConnecting} />
      )}
    </div>
  );
}

function Opened({ size, ...props }: Omit<CanvasProps, 'opening'> & { readonly size: Size }): ReactNode {
  const [opening] = useState(() => openingView(props.flow, size));
  return (
    <ReactFlowProvider>
      <Canvas {...props} opening={opening} />
    </ReactFlowProvider>
  );
}
