import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import textButton from '../shell/text-button.module.css';
import { words } from '../shell/words.ts';
import { Due } from './due.tsx';
import styles from './side-cards.module.css';
import { useChosenStep } from './step/chosen-step.ts';

const AT_FIRST = 4;

/** Who is, or was, asked for what, the latest first; absent when nobody was. */
export function TasksCard({ tasks }: { readonly tasks: readonly TaskDetail[] }): ReactNode {
  const [isAll, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = isAll ? tasks : tasks.slice(0, AT_FIRST);
  return (
    <Card title={words.matter.tasks}>
      <ul className={styles['list']}>
        {shown.map((task) => (
          <li key={task.id}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
      {shown.length === tasks.length ? null : (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>
          {words.matter.earlierTasks(tasks.length - shown.length)}
        </Button>
      )}
    </Card>
  );
}

function TaskLine({ task }: { readonly task: TaskDetail }): ReactNode {
  const { choose } = useChosenStep();
  return (
    <>
      <span className={styles['line']}>
        <button
          type="button"
          className={`${textButton['textButton']} ${styles['link']}`}
          onClick={() => choose({ flow: task.flow, step: task.node, at: null, isCalled: true })}
        >
          {task.name}
        </button>
        {task.status === 'open' && task.dueAt !== null ? <Due at={task.dueAt} /> : null}
      </span>
      <span className={styles['quiet']}>
        {stands(task)}
        {task.closedAt === null ? null : (
          <>
            {' · '}
            <Moment at={task.closedAt} />
          </>
        )}
      </span>
    </>
  );
}

/** 'with Ana Ruiz', 'asked: Field service', 'answered by Kofi Mensah'. */
function stands(task: TaskDetail): string {
  const { matter } = words;
  if (task.status === 'answered') return matter.answeredBy(task.answeredBy?.name ?? words.case.someone);
  if (task.status === 'answered elsewhere') return words.tasks.answeredOutside;
  if (task.status === 'cancelled') return words.tasks.noLonger;
  if (task.takenBy !== null) return words.tasks.taken(task.takenBy.name);
  const asked = [...task.persons, ...task.teams].map(({ name }) => name).filter((name) => name !== '');
  return matter.asked(asked.length === 0 ? words.step.anybody : asked.join(', '));
}
