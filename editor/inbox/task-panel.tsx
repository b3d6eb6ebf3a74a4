import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { Due } from '../cases/due.tsx';
import { useNow } from '../shell/now.tsx';
import { plainFacts } from '../shell/plain-value.ts';
import { useMe } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { ClosedTask } from './closed-task.tsx';
import { Guide } from './guide.tsx';
import { HandOver } from './hand-over.tsx';
import { Refusal } from './refusal.tsx';
import { TaskFacts } from './task-facts.tsx';
import { TaskForm } from './task-form.tsx';
import styles from './task-panel.module.css';
import { useTaskAct } from './task-questions.ts';

/** A task with all that its answer needs: what is asked, how to say it, what is known, the form, and other ways out. */
export function TaskPanel({
  task,
  isCompact = false,
}: {
  readonly task: TaskDetail;
  readonly isCompact?: boolean;
}): ReactNode {
  return (
    <section className={styles['panel']} aria-label={task.name}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {task.name}{' '}
          {isCompact && task.case.channel !== '' ? (
            <span className={styles['channel']}>{words.case.onChannel(task.case.channel)}</span>
          ) : null}
        </h2>
        {task.dueAt === null || task.status !== 'open' ? null : <Due at={task.dueAt} />}
      </div>
      {task.instructions === null || isCompact || task.status !== 'open' ? null : (
        <p className={styles['instructions']}>{task.instructions}</p>
      )}
      {task.status === 'open' ? <Open task={task} isCompact={isCompact} /> : <ClosedTask task={task} />}
    </section>
  );
}

function Open({ task, isCompact }: { readonly task: TaskDetail; readonly isCompact: boolean }): ReactNode {
  const me = useMe();
  const act = useTaskAct(task);
  const [isHandingOver, setHandingOver] = useState(false);
  const isMine = task.takenBy?.id === me.id;
  const mayTake = task.takenBy === null && task.mayAnswer;
  const next = isMine ? 'give-back' : 'take';
  // What came of an act may be heard of before the act counts as done: then the button is for the next one already.
  const isUnderWay = act.isPending && act.variables.act === next;
  return (
    <>
      <Shown task={task} isCompact={isCompact} />
      {task.guide === null ? null : (
        <Guide
          paragraphs={
            isCompact && task.instructions !== null ? [task.instructions, task.guide] : [task.guide]
          }
        />
      )}
      <TaskForm
        key={task.id}
        task={task}
        beside={
          <>
            {mayTake || isMine ? (
              // One button, so that the focus stays on it; it is not greyed, which would take the focus away.
              <Button
                variant="default"
                onClick={() => {
                  if (!isUnderWay) act.mutate({ act: next, version: task.version });
                }}
              >
                {isMine ? words.tasks.giveBack : words.tasks.take}
              </Button>
            ) : null}
            {isCompact ? null : (
              <Button variant="default" onClick={() => setHandingOver(true)}>
                {words.tasks.handOver}
              </Button>
            )}
          </>
        }
      />
      <Refusal error={act.error} task={task} />
      {task.takenBy === null || isMine ? null : (
        <p className={styles['quiet']}>{words.tasks.taken(task.takenBy.name)}</p>
      )}
      <HandOver task={task} isOpen={isHandingOver} onClose={() => setHandingOver(false)} />
    </>
  );
}

/** What its author wants seen beside the form; folded where room is short. */
function Shown({ task, isCompact }: { readonly task: TaskDetail; readonly isCompact: boolean }): ReactNode {
  const facts = plainFacts(task.show, useNow());
  if (facts.length === 0) return null;
  if (isCompact) {
    return (
      <details className={styles['fold']}>
        <summary>{words.case.facts}</summary>
        <TaskFacts facts={facts} />
      </details>
    );
  }
  return <TaskFacts facts={facts} />;
}
