import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import type { CaseCounts } from '../../definitions/model/views/case.ts';
import type { TaskCounts } from '../../definitions/model/views/task.ts';
import { ask } from './api.ts';
import { useChanges } from './changes.ts';
import { Count } from './count.tsx';
import styles from './frame.module.css';
import { useLookAhead } from './look-ahead.ts';
import { Me } from './me.tsx';
import { goTo } from './place.ts';
import { SampleBanner } from './sample-banner.tsx';
import { useSession } from './session.tsx';
import { words } from './words.ts';

/** What stands around every page: the way to the others, who is signed in, and whether the connection is lost. */
export function Frame(): ReactNode {
  const { isLost } = useChanges();
  const mainRef = useFocusOnNewPage();
  useLookAhead();
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#page">
        {words.nav.skip}
      </a>
      <nav className={styles['nav']} aria-label={words.nav.label}>
        <b className={styles['product']}>{words.product}</b>
        <Links />
        <ToSampleDay />
        <Me />
      </nav>
      <main ref={mainRef} className={styles['main']} id="page" tabIndex={-1}>
        <SampleBanner />
        <div role="status" className={isLost ? styles['lost'] : undefined}>
          {isLost ? words.failures.lost : null}
        </div>
        <Outlet />
      </main>
    </div>
  );
}

/** Moves the focus to the page when another one is opened, but not when the first one is. */
function useFocusOnNewPage(): RefObject<HTMLElement | null> {
  const { pathname } = useLocation();
  const mainRef = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    mainRef.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return mainRef;
}

/** On a narrow window: keeps the link of the page that is open in view, also once the counts made the links wider. */
function useOpenLinkInView(hasCounts: boolean): RefObject<HTMLDivElement | null> {
  const { pathname } = useLocation();
  const barRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    barRef.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname, hasCounts]);
  return barRef;
}

function Links(): ReactNode {
  const cases = useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => ask<CaseCounts>('/cases/counts', {}, signal),
  });
  const tasks = useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => ask<TaskCounts>('/tasks/counts', {}, signal),
  });
  const who = useQuery({
    queryKey: ['who', 'count'],
    queryFn: ({ signal }) => ask<{ readonly open: number }>('/who/count', {}, signal),
  });
  const by = cases.data?.byStatus;
  const barRef = useOpenLinkInView(cases.isSuccess && tasks.isSuccess && who.isSuccess);
  return (
    <div ref={barRef} className={styles['links']}>
      <Link to="/" name={words.nav.today} />
      <Link to="/cases" name={words.nav.cases} count={by && by.open + by.waiting + by.person + by.stuck} />
      <Link
        to="/inbox"
        name={words.nav.inbox}
        count={tasks.data && Math.max(tasks.data.mine, tasks.data.team)}
      />
      <Link to="/who" name={words.nav.who} count={who.data?.open} />
      <Link to="/stuck" name={words.nav.stuck} count={by?.stuck} isBad />
      <Link to="/noise" name={words.nav.noise} />
      <span className={styles['gap']} />
      <Link to="/flows" name={words.nav.flows} />
      <Link to="/people" name={words.nav.people} />
      <Link to="/record" name={words.nav.record} />
    </div>
  );
}

/** Leads to the sample day that is on. */
function ToSampleDay(): ReactNode {
  const { sampleDay } = useSession();
  if (sampleDay !== 'on') return null;
  return (
    <button type="button" className={styles['sample']} onClick={() => goTo('sample day')}>
      {words.sampleDay.open}
    </button>
  );
}

function Link({
  to,
  name,
  count,
  isBad = false,
}: {
  readonly to: string;
  readonly name: string;
  readonly count?: number | undefined;
  readonly isBad?: boolean;
}): ReactNode {
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) => `${styles['link']} ${isActive ? styles['on'] : ''}`}
    >
      {name}
      {count === undefined || count === 0 ? null : (
        <span className={`${styles['count']} ${isBad ? styles['bad'] : ''}`}>
          <Count value={count} />
        </span>
      )}
    </NavLink>
  );
}
