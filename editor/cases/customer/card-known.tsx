import type { ReactNode } from 'react';
import type { CustomerCard } from '../../../definitions/model/views/who.ts';
import { useNow } from '../../shell/now.tsx';
import { FactList } from '../fact-list.tsx';
import styles from './customer-card.module.css';
import { cardWords } from './card-words.ts';
import { distinct, knownOf, sourceText, type Known } from './known.ts';

/** What is known of a customer. Of several records each field says where it comes from, and where they differ. */
export function CardKnown({ card }: { readonly card: CustomerCard }): ReactNode {
  const now = useNow();
  const known = knownOf(card, now);
  const [record, ...more] = distinct(card.records);
  if (record !== undefined && more.length === 0) {
    const rows = known.map(
      ({ field, said }) => [cardWords.fields[field], said.map(({ value }) => value).join(', ')] as const,
    );
    return <FactList rows={[...rows, [cardWords.fields.crm, sourceText(record, now)]]} />;
  }
  return (
    <dl className={styles['known']}>
      {known.map((one) => (
        <Field key={one.field} {...one} />
      ))}
    </dl>
  );
}

function Field({ field, said, isConflict }: Known): ReactNode {
  return (
    <div className={isConflict ? styles['conflict'] : undefined}>
      <dt>
        {cardWords.fields[field]}{' '}
        {isConflict ? (
          <span className={styles['differ']} title={cardWords.differWhy}>
            <span aria-hidden>≠</span> {cardWords.differ}
          </span>
        ) : null}
      </dt>
      {said.map(({ value, from }) => (
        <dd key={value}>
          <span>{value}</span> <small>{from.join(' · ')}</small>
        </dd>
      ))}
    </div>
  );
}
