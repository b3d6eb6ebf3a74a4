import type { ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './inspector.module.css';
import { usePanel } from './panel.ts';

/** The step that a way leads to, as it is drawn. */
export function GoesTo({ port, what = '' }: { readonly port: string; readonly what?: string }): ReactNode {
  const { flow, node, issues } = usePanel();
  const edge = flow.edges.find(({ from }) => from.node === node.id && from.port === port);
  const target = edge === undefined ? undefined : flow.nodes.find(({ id }) => id === edge.to);
  // That a way leads nowhere is said with what would mend it, as soon as it is found.
  const isSaid = [...issues.at.values()].flat().some(({ code }) => code === 'dangling port');
  const before = what === '' ? '' : `${what} · `;
  if (target === undefined && isSaid) return what === '' ? null : <p className={styles['quiet']}>{what}</p>;
  return (
    <p className={styles['quiet']}>
      {target === undefined ? (
        `${before}${drawingWords.inspector.goesNowhere}`
      ) : (
        <>
          {before}
          {drawingWords.inspector.goesTo}{' '}
          <b>{target.name === '' ? drawingWords.inspector.unnamed : target.name}</b>
        </>
      )}
    </p>
  );
}
