import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useOnceFetched } from '../../shell/fetched.ts';
import { Loading } from '../../shell/states.tsx';
import surface from '../../shell/surface.module.css';
import { drawingWords } from '../../shell/drawing-words.ts';
import { trialChunk } from './trial-chunk.ts';
import styles from './trial.module.css';
import type { TrialPanelProps } from './trial-panel.tsx';
import type { Trying } from './use-trial.ts';

/** Begins to try what is drawn. */
export function TryButton({
  trying,
  isDrawing,
}: {
  readonly trying: Trying;
  readonly isDrawing: boolean;
}): ReactNode {
  if (trying.isOn || !isDrawing) return null;
  return (
    <Button variant="default" aria-keyshortcuts="t" onClick={trying.begin}>
      {drawingWords.trial.open}
    </Button>
  );
}

/** Where a draft is tried, beside its drawing. */
export function TrialAside(props: TrialPanelProps): ReactNode {
  const Panel = useOnceFetched(trialChunk);
  const aside = useRef<HTMLElement>(null);
  // In a narrow window it stands below. Who opened it by a key goes on from here.
  useEffect(() => {
    const isBelow = matchMedia('(max-width: 900px)').matches;
    if (isBelow) aside.current?.scrollIntoView({ block: 'start' });
    aside.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside
      ref={aside}
      className={`${surface['surface']} ${styles['aside']}`}
      aria-label={drawingWords.trial.title}
      tabIndex={-1}
    >
      {Panel === null ? <Loading lines={5} height={32} /> : <Panel {...props} />}
    </aside>
  );
}
