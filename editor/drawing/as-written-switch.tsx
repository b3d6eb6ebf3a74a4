import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../shell/words.ts';
import styles from './as-written-switch.module.css';

/** Chooses between plain words and what an author wrote. */
export function AsWrittenSwitch({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <Switch
      size="xs"
      className={styles['choice'] ?? ''}
      label={words.cells.asWritten}
      title={words.cells.asWrittenHelp}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
