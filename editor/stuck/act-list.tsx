import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GroupAct } from '../../definitions/model/views/incident.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import styles from './act-list.module.css';
import { isUnderWay, useGroupActs, useStopAct } from './stuck-questions.ts';

/** What is being done for whole groups, and what was done lately. Nothing, when there is none. */
export function ActList(): ReactNode {
  const acts = useGroupActs().data ?? [];
  if (acts.length === 0) return null;
  return (
    <Card title={words.stuck.acts.title} className={styles['acts']}>
      <ul>
        {acts.map((act) => (
          <ActLine key={act.id} act={act} />
        ))}
      </ul>
    </Card>
  );
}

function ActLine({ act }: { readonly act: GroupAct }): ReactNode {
  const { acts, titles } = words.stuck;
  const stop = useStopAct();
  const name = acts.name(titles[act.resolution.way], act.group.nodeName);
  const state = { working: null, stopping: acts.stopping, done: acts.done, stopped: acts.stopped }[
    act.status
  ];
  return (
    <li className={styles['act']}>
      <div className={styles['head']}>
        <p className={styles['name']}>{name}</p>
        <span role="status" className={styles['count']}>
          {acts.progress(act.done, act.total)}
          {state === null ? null : ` · ${state}`}
        </span>
        {act.status === 'working' ? (
          <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(act.id)}>
            {acts.stop}
          </Button>
        ) : null}
      </div>
      {isUnderWay(act) ? (
        <Progress
          value={(100 * (act.done + act.refused)) / Math.max(1, act.total)}
          color="accent"
          aria-label={name}
        />
      ) : null}
      <p className={styles['quiet']}>
        {acts.by(act.by.name)} · <Moment at={act.endedAt ?? act.at} /> · {act.why}
      </p>
      {act.held === null ? null : (
        <p className={styles['held']}>{acts.held[act.held] ?? acts.heldOtherwise}</p>
      )}
      {act.refused === 0 ? null : <p className={styles['refused']}>{acts.refused(act.refused)}</p>}
    </li>
  );
}
