import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { bandsOf } from '../../../definitions/drawing/bands.ts';
import drawn from '../../drawing/drawing.module.css';
import { drawnPlacement } from '../../../definitions/drawing/place.ts';
import styles from './canvas.module.css';

/** So far bands go on beyond their steps, in canvas pixels. */
const BEYOND = 4000;

/** The bands of a flow, behind its steps. */
export const BandsBehind = memo(function BandsBehind({ flow }: { readonly flow: Flow }): ReactNode {
  const bands = bandsOf(flow, drawnPlacement(flow));
  return (
    <ViewportPortal>
      {bands.map(({ id, name, x, y, width, height }, index) => (
        <div
          key={id}
          className={`${styles['band']} ${index % 2 === 0 ? drawn['alternate'] : ''}`}
          style={{ transform: `translate(${x - BEYOND}px, ${y}px)`, width: width + 2 * BEYOND, height }}
        >
          <h3 className={drawn['bandName']} style={{ marginLeft: BEYOND }}>
            {name}
          </h3>
        </div>
      ))}
    </ViewportPortal>
  );
});
