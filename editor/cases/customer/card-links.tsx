import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CardLink, CardRecord } from '../../../definitions/model/views/who.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../shell/words.ts';
import styles from './customer-card.module.css';
import { cardWords } from './card-words.ts';
import { distinct, systemName } from './known.ts';
import { NotThemDialog } from './not-them-dialog.tsx';

/** Why who writes is thought to be each of the customers, with the way to say that they are not. */
export function CardLinks({
  caseId,
  records,
}: {
  readonly caseId: string;
  readonly records: readonly CardRecord[];
}): ReactNode {
  const isAlone = distinct(records).length === 1;
  return records.map((record) => (
    <LinkOf key={record.link.id} caseId={caseId} record={record} isAlone={isAlone} />
  ));
}

function LinkOf({
  caseId,
  record,
  isAlone,
}: {
  readonly caseId: string;
  readonly record: CardRecord;
  /** There is no other customer that it could be of. */
  readonly isAlone: boolean;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const mayUndo = useMay(['agent', 'lead']);
  const crm = systemName(record.customer);
  return (
    <section className={styles['part']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{isAlone ? cardWords.why : cardWords.whyIn(crm)}</h3>
        {mayUndo ? (
          <Button
            variant="subtle"
            size="compact-xs"
            fz={12}
            h={22}
            aria-label={isAlone ? cardWords.notThem : cardWords.notThemIn(crm)}
            onClick={() => setOpen(true)}
          >
            {cardWords.notThem}
          </Button>
        ) : null}
      </div>
      <p>{whyText(record.link)}</p>
      <p className={styles['quiet']}>
        <Moment at={record.link.at} />
        {chanceThen(record.link)}
      </p>
      <NotThemDialog caseId={caseId} record={record} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  );
}

function whyText({ how, by, probability }: CardLink): string {
  switch (how) {
    case 'confirmed by a person':
      return cardWords.confirmed(by === null || by.name === '' ? words.case.someone : by.name);
    case 'likely by their fields':
      return cardWords.likely(probability);
    case 'linked before':
    case 'verified email':
    case 'verified phone':
    case 'account number':
      return cardWords.signs[how];
  }
}

/** How likely it was when somebody said so. */
function chanceThen({ how, probability }: CardLink): string | null {
  return how !== 'confirmed by a person' || probability === null
    ? null
    : ` · ${cardWords.chanceThen(probability)}`;
}
