import { useLocalStorage } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { words } from '../shell/words.ts';
import styles from './task-panel.module.css';

/** How to say it: one line, with the rest for who wants it; whoever leaves it open finds it open at the next task. */
export function Guide({ paragraphs }: { readonly paragraphs: readonly string[] }): ReactNode {
  const [isOpen, setOpen] = useLocalStorage({
    key: 'earshot guide is open',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <details
      className={styles['guide']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.tasks.guide}</summary>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </details>
  );
}
