import { useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Today } from '../../definitions/model/views/today.ts';
import { useRevision } from '../cases/case-questions.ts';
import { drawing } from '../drawing/flow-drawing.tsx';
import { queryText } from '../shell/api.ts';
import { useNow } from '../shell/now.tsx';
import { FailedPage, Page } from '../shell/page.tsx';
import { Empty } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { BandCounts } from './band-counts.tsx';
import { BrokenCard } from './broken-card.tsx';
import { FlowBoard } from './flow-board.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { sinceOf, spanIn, SPANS, type SpanName } from './since.ts';
import { StuckCard } from './stuck-card.tsx';
import { goneSteps } from './step-marks.ts';
import surface from '../shell/surface.module.css';
import choice from '../shell/choice.module.css';
import styles from './today-page.module.css';
import { useToday } from './today-questions.ts';
import { Welcome } from './welcome.tsx';
import { YoursCard } from './yours-card.tsx';

/** The first page: the live flow with how many cases stand where, what became of what was heard, and what is mine. */
export default function TodayPage(): ReactNode {
  const [search] = useSearchParams();
  const span = spanIn(search);
  const today = useToday(sinceOf(span, useNow()));
  // The drawing is a chunk of its own; it comes while the numbers are asked for.
  useEffect(() => void drawing.fetch().catch(() => undefined), []);
  const { data } = today;
  if (data === undefined && today.error !== null)
    return <FailedPage error={today.error} again={() => void today.refetch()} />;
  return (
    <Page
      fill
      title={words.today.title}
      beside={<Spans span={span} today={data} />}
      actions={<WhichFlow today={data} />}
    >
      <div className={`${styles['columns']} ${data !== undefined && isSilent(data) ? styles['silent'] : ''}`}>
        <section className={`${surface['surface']} ${styles['flow']}`} aria-busy={data === undefined}>
          {data === undefined ? null : <LiveFlow today={data} />}
        </section>
        <div className={styles['side']}>
          {data !== undefined && isSilent(data) ? (
            <Welcome />
          ) : (
            <>
              <FunnelCard today={data} />
              <YoursCard />
              <StuckCard />
              <BrokenCard today={data} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** Whether nobody has ever said anything. */
function isSilent({ since, funnel }: Today): boolean {
  return since === null && funnel.heard === 0 && funnel.cases === 0;
}

/** The times that the numbers can tell of, as links; and a word when they tell of another than the one chosen. */
function Spans({ span, today }: { readonly span: SpanName; readonly today: Today | undefined }): ReactNode {
  if (today !== undefined && isSilent(today)) return null;
  const isOther = span !== 'all' && today !== undefined && today.since === null;
  return (
    <>
      <span className={styles['spans']} role="group" aria-label={words.today.since}>
        {SPANS.map((name) => (
          <Link
            key={name}
            to={`/${queryText({ since: name === 'today' ? undefined : name })}`}
            className={`${choice['choice']} ${name === span ? choice['chosen'] : ''}`}
            aria-current={name === span ? 'true' : undefined}
          >
            {words.today.spans[name]}
          </Link>
        ))}
      </span>
      {isOther ? <span className={styles['quiet']}>{words.today.nothingSince[span]}</span> : null}
    </>
  );
}

function WhichFlow({ today }: { readonly today: Today | undefined }): ReactNode {
  const revision = useRevision(today?.flow?.hash ?? null).data?.revision;
  if (today === undefined || today.flow === null) return null;
  const { id, name, number } = today.flow;
  return (
    <span className={styles['which']}>
      {revision === undefined
        ? null
        : goneSteps(revision.flow, today).map(({ count, to }) => (
            <Link key={to} to={to} className={styles['quiet']}>
              {words.today.goneSteps(count)}
            </Link>
          ))}
      <Link to={`/flows/${encodeURIComponent(id)}`} className={styles['quiet']}>
        {words.today.whole(name, number)} ›
      </Link>
    </span>
  );
}

function LiveFlow({ today }: { readonly today: Today }): ReactNode {
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const revision = useRevision(today.flow?.hash ?? null);
  if (today.flow === null) return <Empty title={words.today.noDrawing}>{words.today.noDrawingToDo}</Empty>;
  if (revision.data === undefined) return null;
  const { revision: drawn } = revision.data;
  return isNarrow ? (
    <BandCounts revision={drawn} today={today} />
  ) : (
    <FlowBoard revision={drawn} today={today} />
  );
}
