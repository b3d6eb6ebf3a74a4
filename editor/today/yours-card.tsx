import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskRow } from '../../definitions/model/views/task.ts';
import { Due } from '../cases/due.tsx';
import { useTaskCounts } from '../inbox/task-questions.ts';
import { queryText } from '../shell/api.ts';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import styles from './side-list.module.css';
import { useMyFirstTasks } from './today-questions.ts';

/** As many as fit are shown, but at least the fewest. */
const FEWEST = 3;
const MOST = 8;
const LINE_PX = 49;

/** The most urgent of what is mine to answer. */
export function YoursCard(): ReactNode {
  const room = useElementSize();
  const shown = Math.min(MOST, Math.max(FEWEST, Math.floor(room.height / LINE_PX)));
  const tasks = useMyFirstTasks(MOST).data?.items.slice(0, shown);
  const counts = useTaskCounts().data;
  const text = words.today.yours;
  const mine = counts?.mine ?? 0;
  return (
    <Card
      title={text.title}
      className={styles['tall']}
      aside={
        mine <= shown ? null : (
          <Link to="/inbox" className={styles['all']}>
            {text.all(mine)}
          </Link>
        )
      }
    >
      <div ref={room.ref} className={styles['room']}>
        {tasks === undefined ? null : tasks.length > 0 ? (
          <ul className={styles['list']}>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        ) : (
          <p className={styles['quiet']}>
            {text.none}{' '}
            {counts === undefined || counts.team === 0 ? null : (
              <Link to="/inbox?who=team">{text.teams(counts.team)}</Link>
            )}
          </p>
        )}
      </div>
    </Card>
  );
}

function TaskLine({ task }: { readonly task: TaskRow }): ReactNode {
  return (
    <li>
      <Link to={`/inbox${queryText({ who: 'mine', task: task.id })}`} className={styles['line']}>
        <span className={styles['title']}>
          {task.case.name === '' ? words.cases.noTitle : `“${task.case.name}”`}
        </span>
        {task.dueAt === null ? null : <Due at={task.dueAt} />}
        <span className={styles['quiet']}>
          {task.name} · {task.case.channel}
        </span>
      </Link>
    </li>
  );
}
