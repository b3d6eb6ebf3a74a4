import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { IncidentRow, StuckGroup } from '../../definitions/model/views/incident.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { causeOf } from './cause.ts';
import { ForAuthor } from './stuck-note.tsx';
import styles from './stuck-page.module.css';
import { useStuckCases, useStuckGroups } from './stuck-questions.ts';
import { WaysOut } from './ways-out.tsx';

/** Cases that cannot go on alone, by cause, with the ways out for one or for all of a cause. */
export default function StuckPage(): ReactNode {
  const groups = useStuckGroups();
  return (
    <Page title={words.stuck.title}>
      <Answered question={groups} loading={<Loading lines={3} height={88} />}>
        {(answer) =>
          answer.length === 0 ? (
            <Empty title={words.stuck.empty}>{words.stuck.emptyToDo}</Empty>
          ) : (
            <ul className={styles['groups']}>
              {answer.map((group) => (
                <Group key={`${group.kind} ${group.code} ${group.flow} ${group.node}`} group={group} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

function Group({ group }: { readonly group: StuckGroup }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const cases = useStuckCases(group);
  const { title, how } = causeOf(group);
  const incidents = cases.data?.items ?? [];
  return (
    <li className={styles['group']}>
      <div className={styles['head']}>
        <div className={styles['what']}>
          <h2 className={styles['title']}>{title}</h2>
          <p className={styles['quiet']}>
            {how === null ? '' : `${how} · `}
            {words.stuck.since} <Moment at={group.oldestAt} />
          </p>
        </div>
        <Pill tone="bad">{words.stuck.count(group.count)}</Pill>
      </div>
      <WaysOut incidents={incidents} />
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles['unfold'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        {isOpen ? words.stuck.hide : words.stuck.show}
      </Button>
      {isOpen ? (
        <Answered question={cases} loading={<Loading lines={3} />}>
          {(answer) => (
            <ul className={styles['cases']}>
              {answer.items.map((incident) => (
                <StuckCase key={incident.id} incident={incident} />
              ))}
            </ul>
          )}
        </Answered>
      ) : null}
    </li>
  );
}

function StuckCase({ incident }: { readonly incident: IncidentRow }): ReactNode {
  return (
    <li className={styles['case']}>
      <div className={styles['what']}>
        <Link to={`/cases/${incident.case.id}`} className={styles['link']}>
          {incident.case.name === '' ? words.cases.noTitle : incident.case.name}
        </Link>
        <p className={styles['quiet']}>
          {incident.case.channel} · <Moment at={incident.at} />
        </p>
        <ForAuthor message={incident.message} />
      </div>
      <WaysOut incidents={[incident]} />
    </li>
  );
}
