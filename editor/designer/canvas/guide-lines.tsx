import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Guide } from '../../../definitions/drawing/guides.ts';
import styles from './canvas.module.css';

/** Thin lines along which what is moved stands. */
export const GuideLines = memo(function GuideLines({
  guides,
}: {
  readonly guides: readonly Guide[];
}): ReactNode {
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles['guides']} aria-hidden>
        {guides.map(({ along, at, from, to }) => (
          <path
            key={`${along} ${at}`}
            data-guide={along}
            d={along === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});
