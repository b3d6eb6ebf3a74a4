import type { ReactNode } from 'react';
import { Page } from '../shell/page.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { ActList } from './act-list.tsx';
import { StuckGroupCard } from './stuck-group.tsx';
import styles from './stuck-page.module.css';
import { useStuckGroups } from './stuck-questions.ts';

/** Cases that cannot go on alone, by cause, with the ways out for one or for all of a cause. */
export default function StuckPage(): ReactNode {
  const groups = useStuckGroups();
  return (
    <Page title={words.stuck.title}>
      <ActList />
      <Answered question={groups} loading={<Loading lines={3} height={88} />}>
        {(answer) =>
          answer.length === 0 ? (
            <Empty title={words.stuck.empty}>{words.stuck.emptyToDo}</Empty>
          ) : (
            <ul className={styles['groups']}>
              {answer.map((group) => (
                <StuckGroupCard
                  key={`${group.kind} ${group.code} ${group.flow} ${group.node}`}
                  group={group}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}
