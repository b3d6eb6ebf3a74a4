import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CustomerCard as Answer } from '../../../definitions/model/views/who.ts';
import { useNow } from '../../shell/now.tsx';
import { Card } from '../../shell/page.tsx';
import { Answered, Loading } from '../../shell/states.tsx';
import { words } from '../../shell/words.ts';
import { CardContacts } from './card-contacts.tsx';
import { CardKnown } from './card-known.tsx';
import { CardLinks } from './card-links.tsx';
import { useCustomerCard } from './card-questions.ts';
import { CardAccounts, CardCases } from './card-others.tsx';
import styles from './customer-card.module.css';
import { cardWords } from './card-words.ts';
import { outageText } from './known.ts';

/** Who writes in a case, as the company's own systems say it, why it is thought to be them, and the way back. */
export function CustomerCard({ caseId }: { readonly caseId: string }): ReactNode {
  return (
    <Card title={cardWords.title}>
      <Answered question={useCustomerCard(caseId)} loading={<Loading lines={4} height={16} />}>
        {(card) => <Content caseId={caseId} card={card} />}
      </Answered>
    </Card>
  );
}

function Content({ caseId, card }: { readonly caseId: string; readonly card: Answer }): ReactNode {
  const { records } = card;
  return (
    <div className={styles['parts']}>
      {records.length === 0 ? (
        <div>
          <b>{words.case.notLinked}</b>
          <p className={styles['quiet']}>{words.case.notLinkedText}</p>
        </div>
      ) : (
        <CardKnown card={card} />
      )}
      <Asked questions={card.questions} />
      <Outages card={card} />
      {records.length === 0 ? null : <CardLinks caseId={caseId} records={records} />}
      <CardContacts records={records} />
      <CardAccounts profiles={card.profiles} />
      <CardCases cases={card.cases} />
    </div>
  );
}

/** That a person is asked who they are, and the way there. */
function Asked({ questions }: { readonly questions: number }): ReactNode {
  if (questions === 0) return null;
  return (
    <p className={styles['asked']}>
      {cardWords.asked} <Link to="/who">{cardWords.toQueue}</Link>
    </p>
  );
}

/** Which customer systems do not answer, and how old what stands here of them is. */
function Outages({ card }: { readonly card: Answer }): ReactNode {
  const now = useNow();
  const told = card.sources.flatMap((source) => outageText(source, card.records, now) ?? []);
  if (told.length === 0) return null;
  return (
    <ul className={styles['outages']}>
      {told.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
