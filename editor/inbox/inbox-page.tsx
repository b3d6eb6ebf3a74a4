import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { TaskRow } from '../../definitions/model/views/task.ts';
import { ToCallForm } from '../calls/to-call-form.tsx';
import { AnswerDock } from '../cases/answer-dock.tsx';
import { useCase } from '../cases/case-questions.ts';
import { Conversation } from '../cases/conversation.tsx';
import { Due } from '../cases/due.tsx';
import { queryText } from '../shell/api.ts';
import { Moment } from '../shell/moment-text.tsx';
import { More } from '../shell/more.tsx';
import { Page } from '../shell/page.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { counted } from '../words/locale.ts';
import surface from '../shell/surface.module.css';
import styles from './inbox-page.module.css';
import { TaskPanel } from './task-panel.tsx';
import { useTask, useTaskCounts, useTasks, type Whose } from './task-questions.ts';

const WHOSE: readonly Whose[] = ['mine', 'team', 'all'];

/** Work that waits for a person: the list, and the chosen task's form beside its conversation. */
export default function InboxPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const whose = WHOSE.find((one) => one === search.get('who')) ?? 'mine';
  const taskId = search.get('task');
  const counts = useTaskCounts().data;
  const named = { mine: words.tasks.mine, team: words.tasks.team, all: words.tasks.everyone };
  const waiting = { mine: counts?.mine, team: counts?.team, all: counts?.open };
  return (
    <Page
      fill
      title={words.tasks.title}
      actions={<ToCallForm />}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={words.tasks.whose}
          data={WHOSE.map((one) => ({
            value: one,
            label: waiting[one] === undefined ? named[one] : `${named[one]} · ${counted(waiting[one])}`,
          }))}
          value={whose}
          onChange={(who) => setSearch({ who })}
        />
      }
    >
      <div className={`${styles['columns']} ${taskId === null ? '' : styles['chosen']}`}>
        <TaskList whose={whose} chosen={taskId} />
        <section className={`${surface['surface']} ${styles['task']}`} aria-label={words.tasks.title}>
          {taskId === null ? <Empty title={words.tasks.pick} /> : <ChosenTask key={taskId} taskId={taskId} />}
        </section>
      </div>
    </Page>
  );
}

function TaskList({ whose, chosen }: { readonly whose: Whose; readonly chosen: string | null }): ReactNode {
  const tasks = useTasks(whose);
  return (
    <div className={`${surface['surface']} ${styles['list']}`}>
      <Answered question={tasks} loading={<Loading lines={6} height={40} />}>
        {(answer) => {
          const rows = answer.pages.flatMap((page) => page.items);
          if (rows.length === 0)
            return <Empty title={words.tasks.empty[whose]}>{words.tasks.emptyToDo}</Empty>;
          return (
            <>
              <ul>
                {rows.map((row) => (
                  <TaskLine key={row.id} row={row} whose={whose} isChosen={row.id === chosen} />
                ))}
              </ul>
              <More of={tasks} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function TaskLine({
  row,
  whose,
  isChosen,
}: {
  readonly row: TaskRow;
  readonly whose: Whose;
  readonly isChosen: boolean;
}): ReactNode {
  const who = row.takenBy ?? row.persons[0] ?? row.teams[0];
  return (
    <li className={`${styles['line']} ${isChosen ? styles['on'] : ''}`}>
      <Link
        to={`/inbox${queryText({ who: whose, task: row.id })}`}
        className={styles['link']}
        aria-current={isChosen ? 'true' : undefined}
      >
        <span className={styles['title']}>{row.case.name === '' ? words.cases.noTitle : row.case.name}</span>
        <span className={styles['about']}>
          {row.name} · {row.case.channel}
          {who === undefined ? null : ` · ${who.name}`}
        </span>
      </Link>
      {row.dueAt === null ? (
        <span className={styles['about']}>
          <Moment at={row.openedAt} />
        </span>
      ) : (
        <Due at={row.dueAt} />
      )}
    </li>
  );
}

/** The form beside what was said, so that nobody has to look elsewhere. */
function ChosenTask({ taskId }: { readonly taskId: string }): ReactNode {
  const task = useTask(taskId);
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  return (
    <Answered question={task}>
      {(answer) => (
        <div className={styles['pair']}>
          <div className={styles['said']} tabIndex={0} role="group" aria-label={words.case.conversation}>
            <div className={styles['head']}>
              <h2 className={styles['small']}>{words.case.conversation}</h2>
              <Link to={`/cases/${answer.case.id}`} className={styles['open']}>
                {words.tasks.openCase}
              </Link>
            </div>
            <Said caseId={answer.case.id} />
          </div>
          {isNarrow && answer.status === 'open' ? (
            <AnswerDock tasks={[answer]} />
          ) : (
            <div className={styles['form']}>
              <TaskPanel task={answer} />
            </div>
          )}
        </div>
      )}
    </Answered>
  );
}

function Said({ caseId }: { readonly caseId: string }): ReactNode {
  return <Answered question={useCase(caseId)}>{(of) => <Conversation entries={of.conversation} />}</Answered>;
}
