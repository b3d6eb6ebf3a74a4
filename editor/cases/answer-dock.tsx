import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { useDrafts } from '../inbox/drafts.tsx';
import { TaskPanel } from '../inbox/task-panel.tsx';
import { words } from '../shell/words.ts';
import styles from './answer-dock.module.css';

/**
 * The open tasks of a case, always in reach: below the conversation; in a narrow window stuck to the bottom edge,
 * folded until somebody wants to answer.
 */
export function AnswerDock({ tasks }: { readonly tasks: readonly TaskDetail[] }): ReactNode {
  const [isUnfolded, setUnfolded] = useState(false);
  const drafts = useDrafts();
  // Of a task that somebody else answered first, those who had begun to answer too are told.
  const open = tasks.filter(
    ({ id, status }) => status === 'open' || (status === 'answered' && drafts.read(id) !== undefined),
  );
  const first = open[0];
  if (first === undefined) return null;
  return (
    <div className={`${styles['dock']} ${isUnfolded ? styles['unfolded'] : ''}`}>
      <Button
        className={styles['unfold'] ?? ''}
        fullWidth
        rightSection={
          isUnfolded ? <IconChevronDown size={16} aria-hidden /> : <IconChevronUp size={16} aria-hidden />
        }
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded((before) => !before)}
      >
        {isUnfolded ? words.acts.close : words.tasks.answerOn(first.name)}
      </Button>
      <div className={styles['tasks']}>
        {open.map((task) => (
          <TaskPanel key={task.id} task={task} isCompact />
        ))}
      </div>
    </div>
  );
}
