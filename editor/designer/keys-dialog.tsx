import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { drawingWords } from '../shell/drawing-words.ts';
import type { Act } from './acts/act.ts';
import styles from './keys-dialog.module.css';

/** What keys do on the drawing: all acts that have some. */
export function KeysDialog({
  acts,
  onClose,
}: {
  readonly acts: readonly Act[];
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal opened onClose={onClose} title={drawingWords.acts.sheet}>
      <dl className={styles['keys']}>
        {acts.map(({ id, keys, label }) =>
          keys === undefined ? null : (
            <div key={id} className={styles['line']}>
              <dt className={styles['key']}>{keys}</dt>
              <dd>{label}</dd>
            </div>
          ),
        )}
      </dl>
    </Modal>
  );
}
