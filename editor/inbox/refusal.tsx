import type { ReactNode } from 'react';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { ApiProblem, isProblem } from '../shell/problem.ts';
import { words } from '../shell/words.ts';
import styles from './task-form.module.css';

/** Why an act on a task did not work, when no field is to blame. */
export function Refusal({ error, task }: { readonly error: unknown; readonly task: TaskDetail }): ReactNode {
  if (error === null || error === undefined) return null;
  if (isProblem(error, 'stale')) {
    return (
      <p role="alert" className={styles['refusal']}>
        {task.answeredBy === null
          ? words.tasks.changedMeanwhile
          : words.tasks.answeredBy(task.answeredBy.name)}
      </p>
    );
  }
  const isAtAField =
    error instanceof ApiProblem &&
    error.errors.some((one) => task.form.some((field) => field.name === one.field));
  if (isAtAField) return null;
  return (
    <p role="alert" className={styles['refusal']}>
      {error instanceof ApiProblem ? `${error.message} ${error.whatToDo}` : words.failures.unknownToDo}
    </p>
  );
}
