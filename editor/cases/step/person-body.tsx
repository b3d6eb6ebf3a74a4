import type { ReactNode } from 'react';
import type { UserTask } from '../../../definitions/flow/user-task.ts';
import type { TaskDetail } from '../../../definitions/model/views/task.ts';
import { useNames } from '../../people/people-questions.ts';
import { whenInText } from '../../shell/moment.ts';
import { useNow } from '../../shell/now.tsx';
import { plainFacts } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import { FactList } from '../fact-list.tsx';
import { GotAndAnswered } from './got-and-answered.tsx';
import type { Occasion } from './occasion.ts';
import type { StepBodyProps } from './step-body.tsx';
import styles from './step-detail.module.css';

/** Who was asked what until when, what they were shown, and who answered what. */
export function PersonBody({
  of,
  node,
  occasion,
}: Omit<StepBodyProps, 'node'> & { readonly node: UserTask }): ReactNode {
  const now = useNow();
  const names = useNames();
  const task = occasion === undefined ? undefined : taskOf(of.tasks, occasion);
  if (task === undefined)
    return node.instructions === undefined ? null : <p className={styles['quiet']}>{node.instructions}</p>;
  const asked = [...task.persons, ...task.teams].map(({ name }) => name).filter((name) => name !== '');
  const rows = [
    [words.step.asked, asked.length === 0 ? words.step.anybody : asked.join(', ')],
    ...(task.takenBy === null ? [] : [[words.step.takenBy, task.takenBy.name]]),
    ...(task.dueAt === null ? [] : [[words.step.due, whenInText(task.dueAt, now)]]),
    ...(task.answeredBy === null ? [] : [[words.step.answeredBy, task.answeredBy.name]]),
  ].map(([name = '', said = '']) => [name, said] as const);
  const answers = Object.fromEntries(
    task.form.flatMap((field) =>
      plainFacts({ [field.label]: task.answers?.[field.name] ?? null }, now, names),
    ),
  );
  return (
    <>
      <FactList rows={rows} />
      <GotAndAnswered got={task.show} answered={task.status === 'answered' ? answers : null} ofPerson />
    </>
  );
}

/** The task that was opened on this occasion. */
function taskOf(tasks: readonly TaskDetail[], { came, ended }: Occasion): TaskDetail | undefined {
  return tasks
    .filter(({ flow, node, scope }) => flow === came.flow && node === came.node && scope === came.scope)
    .filter(({ openedAt }) => openedAt >= came.at && (ended === null || openedAt <= ended.at))
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
    .at(-1);
}
