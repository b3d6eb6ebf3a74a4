import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import drawn from '../../drawing/drawing.module.css';
import { drawingWords } from '../../shell/drawing-words.ts';
import { drawnBands } from '../commands/bands.ts';
import { BandBorder } from './band-border.tsx';
import { BandMenu, type BandMenuActs } from './band-menu.tsx';
import styles from './bands.module.css';

/** So far bands go on beyond their steps, in canvas pixels. */
const BEYOND = 4000;

/** The bands of a flow, behind its steps. Their names are written where they stand, and their borders moved. */
export const BandsBehind = memo(function BandsBehind({
  flow,
  onName,
  onBand,
}: { readonly flow: Flow } & BandMenuActs): ReactNode {
  const bands = drawnBands(flow);
  const filled = new Set(flow.nodes.map(({ lane }) => lane));
  const last = bands.findLastIndex(({ id }) => filled.has(id));
  return (
    <ViewportPortal>
      {bands.map(({ id, name, x, y, width, height }, index) => (
        <div
          key={id}
          className={`${styles['band']} ${index % 2 === 0 ? drawn['alternate'] : ''}`}
          style={{ transform: `translate(${x - BEYOND}px, ${y}px)`, width: width + 2 * BEYOND, height }}
        >
          <div className={`${styles['head']} nopan`} style={{ marginLeft: BEYOND }}>
            <h3
              className={`${drawn['bandName']} ${styles['name']} ${name === '' ? styles['unnamed'] : ''}`}
              onDoubleClick={() => onName(id)}
            >
              {name === '' ? drawingWords.designer.naming.unnamed : name}
            </h3>
            <BandMenu {...{ flow, id, name, onName, onBand }} />
          </div>
        </div>
      ))}
      {bands.map(({ id, name, x, y, width, height }, index) =>
        index >= last || !filled.has(id) ? null : (
          <BandBorder
            key={id}
            {...{ flow, id, name, height }}
            place={{ x: x - BEYOND, y: y + height, width: width + 2 * BEYOND }}
            onMove={(by) => onBand({ do: 'border', id, by })}
          />
        ),
      )}
    </ViewportPortal>
  );
});
