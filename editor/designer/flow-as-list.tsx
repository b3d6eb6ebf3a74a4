import type { ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { BandList } from '../drawing/band-list.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { canvasSteps, type DrawnWith } from './canvas/canvas-nodes.ts';
import type { Chosen } from './commands/remove.ts';
import styles from './designer.module.css';

/** The steps of a flow as a list of its bands, where there is no room to draw; each can be chosen and changed. */
export function FlowAsList({
  flow,
  drawn,
  chosen,
  onChoose,
}: {
  readonly flow: Flow;
  readonly drawn: DrawnWith;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}): ReactNode {
  const marked = new Set(chosen.nodes);
  return (
    <>
      <p className={styles['quiet']}>{drawingWords.designer.narrow}</p>
      <BandList
        flow={flow}
        empty={drawingWords.designer.bands.empty}
        steps={canvasSteps(flow, drawn, []).map(({ id, data: { step } }) => ({
          ...step,
          isSelected: marked.has(id),
        }))}
        onSelect={(id) => onChoose({ nodes: [id], edges: [] })}
      />
    </>
  );
}
