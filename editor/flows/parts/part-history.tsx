import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PartRevision, PartView } from '../../../definitions/model/views/part.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { Card } from '../../shell/page.tsx';
import { Pill } from '../../shell/pill.tsx';
import { words } from '../../shell/words.ts';
import { partAddress } from './part-address.ts';
import styles from './part-page.module.css';

/** The revisions that changed a part, flow by flow and newest first, each a link to the part as it was there. */
export function PartHistory({
  part: { kind, id, flows },
  shown,
}: {
  readonly part: PartView;
  readonly shown: PartRevision;
}): ReactNode {
  return (
    <Card title={words.parts.history} className={styles['history']}>
      {flows.map(({ flow, revisions }) => (
        <section key={flow.id} aria-label={words.parts.historyIn(flow.name)}>
          <h3 className={styles['flow']}>{words.parts.historyIn(flow.name)}</h3>
          <ol className={styles['revisions']}>
            {revisions.map((one) => (
              <li key={one.hash}>
                <Link
                  to={partAddress(kind, id, one.hash)}
                  replace
                  className={styles['revision']}
                  {...(one.hash === shown.hash ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className={styles['number']}>
                    {words.flows.revision(one.number)}
                    {one.live ? <Pill tone="good">{words.flows.live}</Pill> : null}
                  </span>
                  <span className={styles['quiet']}>
                    <Moment at={one.at} /> {one.by.name === '' ? null : words.flows.by(one.by.name)} ·{' '}
                    {words.parts.size[kind](one.size)}
                  </span>
                  {one.why === '' ? null : <span>{one.why}</span>}
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
}
