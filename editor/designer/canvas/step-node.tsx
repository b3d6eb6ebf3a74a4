import { Handle, Position, type Node as CanvasNode, type NodeProps } from '@xyflow/react';
import { IconPlus } from '@tabler/icons-react';
import { memo, useContext, useState, type ReactNode } from 'react';
import type { Port } from '../../../definitions/flow/ports.ts';
import type { DrawnStep } from '../../drawing/drawn-step.ts';
import { StepCard } from '../../drawing/step-card.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './canvas.module.css';
import { UntoldContext } from '../stories/untold-here.ts';
import { useCanvasActs } from './canvas-acts.ts';
import { FarStep } from './far-step.tsx';
import { portPlaces } from './handles.ts';
import { useSight } from './sight.ts';

export interface StepData extends Record<string, unknown> {
  readonly step: DrawnStep;
  /** Who points at it is shown what is behind it. */
  readonly hasMore: boolean;
  readonly ports: readonly Port[];
  /** The worst that is wrong with it. */
  readonly trouble: 'error' | 'warning' | null;
  /** The moment of a trial that is shown is about it. */
  readonly isShown: boolean;
  /** Playing a trial stops here. */
  readonly isStop: boolean;
}
export type StepNode = CanvasNode<StepData, 'step'>;

/** A step that can be moved, chosen and joined. From afar it is whole where it is chosen or pointed at. */
export const StepOnCanvas = memo(function StepOnCanvas({
  id,
  data,
  selected,
}: NodeProps<StepNode>): ReactNode {
  const sight = useSight();
  const [isPointedAt, point] = useState(false);
  if (sight === 'near') return <WholeStep {...{ id, data, selected }} />;
  return (
    <div onPointerEnter={() => point(true)} onPointerLeave={() => point(false)}>
      {selected || isPointedAt ? (
        <WholeStep {...{ id, data, selected }} />
      ) : (
        <>
          {sight === 'far, joining' ? <Entry /> : null}
          <FarStep data={data} />
        </>
      )}
    </div>
  );
});

/** The whole card is where an arrow may end. */
function Entry(): ReactNode {
  return <Handle type="target" position={Position.Left} className={styles['entry'] ?? ''} />;
}

/** Its card, a dot for each way out, and what is wrong with it. */
function WholeStep({ id, data, selected }: Pick<NodeProps<StepNode>, 'id' | 'data' | 'selected'>): ReactNode {
  const { step, hasMore, ports, trouble, isShown, isStop } = data;
  const acts = useCanvasActs();
  const isUntold = useContext(UntoldContext).steps.has(id);
  return (
    <>
      <Entry />
      <StepCard
        step={selected === step.isSelected ? step : { ...step, isSelected: selected }}
        isTold={hasMore}
      />
      {isShown ? <span className={styles['shown']} aria-hidden /> : null}
      {isUntold ? <Untold /> : null}
      {isStop ? <span className={styles['stop']} title={drawingWords.trial.stop} /> : null}
      {trouble === null ? null : (
        <span className={`${styles['trouble']} ${styles[trouble]}`} aria-hidden>
          !
        </span>
      )}
      {portPlaces(ports).map(({ port, position, x }) => (
        <Handle
          key={port.port}
          id={port.port}
          type="source"
          position={position}
          className={`${styles['port']} ${styles[port.what] ?? ''}`}
          style={position === Position.Bottom ? { left: x } : {}}
          title={port.what === 'default' && port.name === '' ? drawingWords.designer.otherwise : port.name}
        />
      ))}
      {!selected || ports.length === 0 ? null : (
        <button
          type="button"
          className={`${styles['add']} nodrag nopan`}
          title={drawingWords.designer.addHere}
          aria-label={drawingWords.designer.addHere}
          onClick={(event) => acts.addBehind(id, event.currentTarget.getBoundingClientRect())}
        >
          <IconPlus size={14} aria-hidden />
        </button>
      )}
    </>
  );
}

function Untold(): ReactNode {
  const { here } = drawingWords.stories.untold;
  return <span role="img" className={styles['untold']} aria-label={here} title={here} />;
}
