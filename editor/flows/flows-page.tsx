import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Moment } from '../shell/moment-text.tsx';
import { Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { useFlows } from './flow-questions.ts';
import styles from './flows-page.module.css';

/** All flows, each with the revision that is live. */
export default function FlowsPage(): ReactNode {
  const flows = useFlows();
  return (
    <Page title={words.flows.title}>
      <Answered question={flows} loading={<Loading lines={3} height={60} />}>
        {(answer) =>
          answer.length === 0 ? (
            <Empty title={words.flows.empty}>{words.flows.emptyToDo}</Empty>
          ) : (
            <ul className={styles['flows']}>
              {answer.map((flow) => (
                <li key={flow.id} className={styles['flow']}>
                  <div className={styles['what']}>
                    <Link to={`/flows/${encodeURIComponent(flow.id)}`} className={styles['link']}>
                      {flow.name}
                    </Link>
                    {flow.newest === null ? null : (
                      <p className={styles['quiet']}>
                        {words.flows.revisions(flow.revisions)} · <Moment at={flow.newest.at} />{' '}
                        {flow.newest.by.name === '' ? null : words.flows.by(flow.newest.by.name)}
                        {flow.newest.why === '' ? null : ` · ${flow.newest.why}`}
                      </p>
                    )}
                  </div>
                  <Pill tone={flow.live === null ? 'plain' : 'good'}>
                    {flow.live === null ? words.flows.noneLive : words.flows.liveIs(flow.live.number)}
                  </Pill>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}
