import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NoiseRow } from '../../definitions/model/views/noise.ts';
import { queryText } from '../shell/api.ts';
import { Moment } from '../shell/moment-text.tsx';
import { useNow } from '../shell/now.tsx';
import { Pill } from '../shell/pill.tsx';
import { plainValue } from '../shell/plain-value.ts';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { isSaidOtherwise, plainTest } from '../drawing/plain-test.ts';
import { BringBack } from './bring-back.tsx';
import styles from './noise-page.module.css';

/** One case that was put aside: what was said, why it was put aside, and the way back. */
export function NoiseCard({ row }: { readonly row: NoiseRow }): ReactNode {
  return (
    <li className={`${surface['surface']} ${styles['card']}`}>
      <div className={styles['said']}>
        {row.mentions.map((mention) => (
          <div key={mention.id}>
            <p className={styles['quiet']}>
              <bdi>{mention.author ?? words.noise.someone}</bdi> · {words.channelKinds[mention.kind]} ·{' '}
              <Moment at={mention.at} />
            </p>
            <Text text={mention.text} />
          </div>
        ))}
        <Link to={`/cases/${row.case.id}`} className={styles['open']}>
          {words.tasks.openCase}
        </Link>{' '}
        {row.history ? <Pill title={words.cases.historyWhy}>{words.cases.history}</Pill> : null}
      </div>
      <Why reason={row.reason} />
      <div className={styles['back']}>
        {row.stays === null ? (
          <BringBack caseId={row.case.id} />
        ) : (
          <p className={styles['quiet']}>{words.noise.stays[row.stays]}</p>
        )}
      </div>
    </li>
  );
}

function Text({ text }: { readonly text: string | null }): ReactNode {
  if (text === null) return <p className={styles['none']}>{words.noise.erased}</p>;
  if (text.trim() === '') return <p className={styles['none']}>{words.noise.noWords}</p>;
  return (
    <p className={styles['text']} dir="auto">
      {text}
    </p>
  );
}

/** The rule that decided, what its author says of it, and what it looked at. */
function Why({ reason }: { readonly reason: NoiseRow['reason'] }): ReactNode {
  const now = useNow();
  const { noise } = words;
  if (reason === null) return <p className={`${styles['why']} ${styles['none']}`}>{noise.unknown}</p>;
  const { table, row, note, about, step, looked } = reason;
  const place = table === null ? noise.step(step) : row === null ? noise.noRow(table) : noise.row(table, row);
  const address = queryText({ revision: reason.revision, flow: reason.called, step: reason.node });
  return (
    <div className={styles['why']}>
      <p>{note ?? about ?? noise.unknown}</p>
      <p className={styles['quiet']}>
        {place} · <Link to={`/flows/${encodeURIComponent(reason.flow)}${address}`}>{noise.seeRule}</Link>
      </p>
      {looked.length === 0 ? null : (
        <ul className={styles['facts']}>
          {looked.map(({ name, test, value }) => (
            <li key={name}>
              <Fact name={name} test={test} said={plainValue(value, now) ?? noise.nothing} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Fact({
  name,
  test,
  said,
}: {
  readonly name: string;
  readonly test: string;
  readonly said: string;
}): ReactNode {
  return (
    <Pill tone="rule" {...(isSaidOtherwise(test) ? { title: test } : {})}>
      {words.noise.fact(name, said, askedFor(test, said))}
    </Pill>
  );
}

/** In plain words; a test that only names the value says nothing more than the value. */
function askedFor(test: string, value: string): string | null {
  const said = plainTest(test);
  return said === value ? null : said;
}
