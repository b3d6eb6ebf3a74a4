import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Revision } from '../../definitions/flow/revision.ts';
import { NO_BRAND } from '../../definitions/model/case.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { Moment } from '../shell/moment-text.tsx';
import { Card } from '../shell/page.tsx';
import textButton from '../shell/text-button.module.css';
import { words } from '../shell/words.ts';
import { Due } from './due.tsx';
import { isDue } from './is-due.ts';
import styles from './matter-card.module.css';
import { ownerText } from './owner.ts';
import { useChosenStep } from './step/chosen-step.ts';
import { whatBroke } from './what-broke.ts';

/** The case in a few lines: what broke and on whose word, whether it is our own error, whose it is, how urgent. */
export function MatterCard({
  of,
  revision,
}: {
  readonly of: CaseDetail;
  readonly revision: Revision | null;
}): ReactNode {
  const { matter } = words;
  const brand = of.brand === NO_BRAND ? null : of.brand;
  const places = [of.channel, brand, of.region].filter((part) => part !== null && part !== '');
  return (
    <Card title={matter.title}>
      <dl className={styles['rows']}>
        <dt>{matter.whatBroke}</dt>
        <dd>
          <WhatBrokeText of={of} revision={revision} />
        </dd>
        <dt>{matter.ownError}</dt>
        <dd>{of.ownError === null ? <Unknown /> : of.ownError ? words.cases.yes : words.cases.no}</dd>
        <dt>{matter.owner}</dt>
        <dd>{ownerText(of.owner)}</dd>
        {of.priority === null && !isDue(of) ? null : (
          <>
            <dt>{matter.priority}</dt>
            <dd className={styles['line']}>
              {of.priority} {isDue(of) ? <Due at={of.dueAt} /> : null}
            </dd>
          </>
        )}
        <dt>{matter.heard}</dt>
        <dd>{places.join(' · ')}</dd>
      </dl>
    </Card>
  );
}

function WhatBrokeText({
  of,
  revision,
}: {
  readonly of: CaseDetail;
  readonly revision: Revision | null;
}): ReactNode {
  const { choose } = useChosenStep();
  const broke = whatBroke(of, revision);
  if (broke === null) return <Unknown />;
  const { confirmed, proposed } = broke;
  return (
    <>
      <b>{broke.step === 'none' ? words.matter.nothingBroke : broke.step}</b>
      <span className={styles['whose']}>
        {confirmed === null ? (
          words.matter.notConfirmed
        ) : (
          <>
            <IconCheck size={13} aria-hidden className={styles['sign']} />{' '}
            {words.matter.confirmedBy(confirmed.by.name)} · <Moment at={confirmed.at} />
          </>
        )}
        {proposed === null ? null : (
          <button
            type="button"
            className={`${textButton['textButton']} ${styles['link']}`}
            onClick={() =>
              choose({ flow: proposed.flow, step: proposed.node, at: proposed.n, isCalled: true })
            }
          >
            {words.matter.proposedBy(proposed.name)}
          </button>
        )}
      </span>
    </>
  );
}

function Unknown(): ReactNode {
  return <span className={styles['unknown']}>{words.matter.unknown}</span>;
}
