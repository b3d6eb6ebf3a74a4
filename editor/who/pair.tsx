import { VisuallyHidden } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isVisible } from '../../definitions/model/visible-text.ts';
import type { WhoQuestion } from '../../definitions/model/views/who.ts';
import { Moment } from '../shell/moment-text.tsx';
import { whenInText } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { Card } from '../shell/page.tsx';
import { words } from '../shell/words.ts';
import { pairRows, type Agreement, type PairRow } from './pair-rows.ts';
import styles from './pair.module.css';
import { whoWords } from './who-words.ts';

/** Who wrote and the customer, the same fields in the same rows; what they wrote last; and what has to be known besides. */
export function Pair({ of }: { readonly of: WhoQuestion }): ReactNode {
  // Who answered far down in a long pair begins the next one at its beginning.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <Card className={styles['card']}>
      <table className={styles['two']} aria-label={whoWords.pair}>
        <thead>
          <tr>
            <td />
            <th scope="col">{whoWords.wrote}</th>
            <th scope="col">
              <VisuallyHidden>{whoWords.agreement}</VisuallyHidden>
            </th>
            <th scope="col">{whoWords.customer}</th>
          </tr>
        </thead>
        <tbody>
          {pairRows(of).map((row) => (
            <Row key={row.field} {...row} />
          ))}
        </tbody>
      </table>
      <Said of={of} />
      <Besides of={of} />
    </Card>
  );
}

const SIGNS: Record<Agreement, string> = { same: '=', alike: '≈', different: '≠' };

function Row({ field, wrote, customer, agreement }: PairRow): ReactNode {
  const text = agreement === null ? null : whoWords.agree[agreement];
  return (
    <tr className={agreement === null ? undefined : styles[agreement]}>
      <th scope="row">{whoWords.fields[field]}</th>
      <Value of={wrote} />
      <td className={styles['sign']} title={text ?? undefined}>
        {agreement === null ? null : <span aria-hidden>{SIGNS[agreement]}</span>}
        {text === null ? null : <VisuallyHidden>{text}</VisuallyHidden>}
      </td>
      <Value of={customer} />
    </tr>
  );
}

function Value({ of }: { readonly of: string | null }): ReactNode {
  if (of !== null) return <td dir="auto">{of}</td>;
  return (
    <td className={styles['none']}>
      <span aria-hidden>–</span>
      <VisuallyHidden>{whoWords.unknown}</VisuallyHidden>
    </td>
  );
}

/** What they wrote last, and the way to the case. */
function Said({ of: { said } }: { readonly of: WhoQuestion }): ReactNode {
  return (
    <section className={styles['said']}>
      <h3 className={styles['small']}>
        {whoWords.said}
        {said === null ? null : (
          <>
            {' · '}
            <Moment at={said.at} />
          </>
        )}
        {said === null || said.caseId === null ? null : (
          <>
            {' · '}
            <Link to={`/cases/${said.caseId}`}>{whoWords.openCase}</Link>
          </>
        )}
      </h3>
      {said === null ? (
        <p className={styles['none']}>{whoWords.saidNothing}</p>
      ) : isVisible(said.text) ? (
        <p className={styles['text']} dir="auto" tabIndex={0}>
          {said.text}
        </p>
      ) : (
        <p className={styles['none']}>{words.case.unseen}</p>
      )}
    </section>
  );
}

/** That they may be one household, and that somebody took the two apart before. */
function Besides({ of: { isHousehold, takenBack } }: { readonly of: WhoQuestion }): ReactNode {
  const now = useNow();
  return (
    <>
      {isHousehold ? <p className={styles['note']}>{whoWords.household}</p> : null}
      {takenBack === null ? null : (
        <p className={styles['note']}>
          {whoWords.takenBack(
            takenBack.by.name === '' ? words.case.someone : takenBack.by.name,
            whenInText(takenBack.at, now),
            takenBack.why,
          )}
        </p>
      )}
    </>
  );
}
