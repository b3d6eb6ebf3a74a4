import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { Moment } from '../shell/moment-text.tsx';
import { useNow } from '../shell/now.tsx';
import { plainFacts } from '../shell/plain-value.ts';
import { useMe } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { useDrafts } from './drafts.tsx';
import { TaskFacts } from './task-facts.tsx';
import styles from './task-panel.module.css';

/**
 * What became of a task: who answered what, or that nobody needs to any more. Who came second reads who was first, and
 * what they answered, and has their own words still.
 */
export function ClosedTask({ task }: { readonly task: TaskDetail }): ReactNode {
  const me = useMe();
  const drafts = useDrafts();
  const [begun, setBegun] = useState(() => drafts.read(task.id));
  const { answeredBy } = task;
  const isSecond = task.status === 'answered' && begun !== undefined && answeredBy?.id !== me.id;
  const letGo = (): void => {
    drafts.forget(task.id);
    setBegun(undefined);
  };
  return (
    <div className={styles['closed']}>
      <p role="status" className={isSecond ? styles['second'] : undefined}>
        {sentence(task, isSecond)} {task.closedAt === null ? null : <Moment at={task.closedAt} />}
      </p>
      {answeredBy === null ? null : (
        <section aria-label={words.tasks.theyAnswered(answeredBy.name)}>
          {isSecond ? <h3 className={styles['small']}>{words.tasks.theyAnswered(answeredBy.name)}</h3> : null}
          <Filled task={task} values={task.answers ?? {}} />
        </section>
      )}
      {isSecond ? (
        <section aria-label={words.tasks.yourWords} className={styles['yours']}>
          <h3 className={styles['small']}>{words.tasks.yourWords}</h3>
          <Filled task={task} values={begun} />
          <Button variant="subtle" size="compact-sm" onClick={letGo}>
            {words.tasks.letGo}
          </Button>
        </section>
      ) : null}
    </div>
  );
}

function sentence({ status, answeredBy }: TaskDetail, isSecond: boolean): string {
  if (status === 'cancelled') return words.tasks.noLonger;
  if (status === 'answered elsewhere') return words.tasks.answeredOutside;
  if (answeredBy === null) return '';
  return (isSecond ? words.tasks.answeredFirst : words.tasks.answeredBy)(answeredBy.name);
}

/** What was filled into the form, by the labels of its fields. */
function Filled({ task, values }: { readonly task: TaskDetail; readonly values: JsonObject }): ReactNode {
  const now = useNow();
  return (
    <TaskFacts
      facts={task.form.flatMap(({ name, label }) => plainFacts({ [label]: values[name] ?? null }, now))}
    />
  );
}
