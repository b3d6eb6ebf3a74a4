import type { ReactNode } from 'react';
import type { SupportContact } from '../../../definitions/model/customer.ts';
import type { CardRecord } from '../../../definitions/model/views/who.ts';
import styles from './customer-card.module.css';
import { cardWords } from './card-words.ts';
import { FirstFew } from './first-few.tsx';
import { dayText, distinct, systemName } from './known.ts';

interface Told {
  readonly contact: SupportContact;
  readonly crm: string;
}

/** Times that they were in touch with support, over all customer systems, the latest first. */
export function CardContacts({ records }: { readonly records: readonly CardRecord[] }): ReactNode {
  const each = distinct(records);
  const told = each
    .flatMap((record) => record.contacts.map((contact) => ({ contact, crm: systemName(record.customer) })))
    .sort((a, b) => (b.contact.at ?? '').localeCompare(a.contact.at ?? ''));
  return (
    <FirstFew
      title={cardWords.contacts}
      all={told}
      keyOf={({ contact, crm }) => `${crm} ${contact.id}`}
      more={cardWords.contactsMore}
    >
      {(one) => <Contact {...one} isOfMany={each.length > 1} />}
    </FirstFew>
  );
}

function Contact({ contact, crm, isOfMany }: Told & { readonly isOfMany: boolean }): ReactNode {
  const { at, about, channel, outcome, by } = contact;
  const beside = [
    at === null ? cardWords.noDate : dayText(at),
    about === null ? null : channel,
    outcome,
    by === null ? null : cardWords.contactBy(by),
    isOfMany ? crm : null,
  ].filter((part) => part !== null && part !== '');
  return (
    <>
      <p>{about ?? channel ?? cardWords.contacts}</p>
      <p className={styles['quiet']}>{beside.join(' · ')}</p>
    </>
  );
}
