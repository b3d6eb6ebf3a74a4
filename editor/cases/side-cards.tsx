import type { ReactNode } from 'react';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { useNames } from '../people/people-questions.ts';
import { useNow } from '../shell/now.tsx';
import { Card } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { words } from '../shell/words.ts';
import { factGroups } from './fact-groups.ts';
import { FactGroups, FactList } from './fact-list.tsx';
import { notKnown } from './retries.ts';
import styles from './side-cards.module.css';

/** Who it is, as the company's own records say it, and why we are sure. */
export function CustomerCard({ of }: { readonly of: CaseDetail }): ReactNode {
  const { customer } = of;
  const link = of.links.findLast((one) => one.what === 'linked');
  if (customer === null) {
    return (
      <Card title={words.case.customer}>
        <b>{words.case.notLinked}</b>
        <p className={styles['quiet']}>{words.case.notLinkedText}</p>
      </Card>
    );
  }
  const rows = [
    [words.case.name, customer.name],
    [words.case.account, customer.accountNumber],
    [words.case.since, customer.since === null ? null : customer.since.slice(0, 4)],
    [words.case.products, customer.products.length === 0 ? null : customer.products.join(', ')],
    [words.case.region, customer.region],
    [words.case.contact, [customer.email, customer.phone].filter((one) => one !== null).join(', ') || null],
    [words.case.crm, customer.crm],
  ].filter((row): row is [string, string] => row[1] !== null && row[1] !== undefined);
  return (
    <Card title={words.case.customer}>
      <div className={styles['line']}>
        <b>{words.case.linkedSure}</b>
        {link === undefined ? null : <Pill tone="good">{link.how}</Pill>}
      </div>
      <FactList rows={rows} />
    </Card>
  );
}

/** What was derived from what was said, and what was decided. */
export function FactsCard({ of }: { readonly of: CaseDetail }): ReactNode {
  const groups = factGroups(of.facts, useNow(), useNames());
  return (
    <Card title={words.case.facts}>
      {groups.length === 0 ? (
        <p className={styles['quiet']}>{of.owesReport ? notKnown(of) : words.case.noFacts}</p>
      ) : (
        <FactGroups groups={groups} />
      )}
    </Card>
  );
}
