import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { StuckCause } from '../../definitions/model/stuck.ts';
import type { IncidentRow, StuckGroup } from '../../definitions/model/views/incident.ts';
import { Moment } from '../shell/moment-text.tsx';
import { More } from '../shell/more.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { causeOf, helpFor } from './cause.ts';
import { ForAuthor, ForEngineer } from './stuck-note.tsx';
import styles from './stuck-page.module.css';
import { isUnderWay, useGroupActs, useStuckCases } from './stuck-questions.ts';
import { WaysOut } from './ways-out.tsx';

/** One cause: what it is, what usually helps, the ways out for all of its cases, and the cases. */
export function StuckGroupCard({ group }: { readonly group: StuckGroup }): ReactNode {
  const [isUnfolded, setUnfolded] = useState(false);
  // A single case stands there at once, with the ways out once: its own.
  const isSingle = group.count === 1;
  const isOpen = isUnfolded || isSingle;
  const cases = useStuckCases(group);
  const acts = useGroupActs().data ?? [];
  const { title, how } = causeOf(group);
  const example = cases.data?.pages[0]?.items[0];
  return (
    <li className={`${surface['surface']} ${styles['group']}`}>
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
      <p className={styles['helps']}>
        <b>{words.stuck.helps}</b> {helpFor(group)}
      </p>
      {isSingle ? null : (
        <>
          <ForEngineer log={group.log} />
          <WaysOut
            stuck={{ what: 'group', group, example }}
            isBusy={acts.some((act) => isUnderWay(act) && isSameCause(act.group, group))}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            className={styles['unfold'] ?? ''}
            aria-expanded={isOpen}
            onClick={() => setUnfolded((before) => !before)}
          >
            {isOpen ? words.stuck.hide : words.stuck.show}
          </Button>
        </>
      )}
      {isOpen ? (
        <Answered question={cases} loading={<Loading lines={3} />}>
          {(answer) => (
            <>
              <ul className={styles['cases']}>
                {answer.pages.flatMap(({ items }) =>
                  items.map((incident) => <StuckCase key={incident.id} incident={incident} />),
                )}
              </ul>
              <More of={cases} />
            </>
          )}
        </Answered>
      ) : null}
    </li>
  );
}

function isSameCause(one: StuckCause, other: StuckCause): boolean {
  return (
    one.kind === other.kind && one.code === other.code && one.flow === other.flow && one.node === other.node
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
        {incident.refusal === null ? null : (
          <p className={styles['refused']}>{words.stuck.notLedOn(incident.refusal)}</p>
        )}
        <ForAuthor message={incident.message} />
        <ForEngineer log={incident.log} />
      </div>
      {incident.underWay ? (
        <p className={styles['quiet']}>{words.stuck.underWay}</p>
      ) : (
        <WaysOut stuck={{ what: 'one', example: incident }} />
      )}
    </li>
  );
}
