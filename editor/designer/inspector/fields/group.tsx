import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { drawingWords } from '../../../shell/drawing-words.ts';
import styles from '../inspector.module.css';

/** Fields that belong together, under one word. */
export function Group({
  title,
  help,
  onRemove,
  children,
}: {
  readonly title: string;
  readonly help?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <fieldset className={styles['group']}>
      {title === '' ? null : (
        <legend className={styles['legend']}>
          <span>{title}</span>
          {onRemove === undefined ? null : (
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={drawingWords.inspector.remove(title)}
              onClick={onRemove}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          )}
        </legend>
      )}
      {help === undefined ? null : <p className={styles['help']}>{help}</p>}
      {children}
    </fieldset>
  );
}
