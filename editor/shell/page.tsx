import { useEffect, type ReactNode } from 'react';
import surface from './surface.module.css';
import styles from './page.module.css';
import { ApiProblem } from './problem.ts';
import { Failed } from './states.tsx';
import { words } from './words.ts';

/** A page: its head with title, pills and buttons, and its body. Names the browser's tab. */
export function Page({
  title,
  before,
  beside,
  actions,
  fill = false,
  children,
}: {
  readonly title: string;
  readonly before?: ReactNode;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  /** The body is as high as the window and its parts scroll, on wide screens. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  return (
    <div className={`${styles['page']} ${fill ? styles['fill'] : ''}`}>
      <header className={styles['head']}>
        <div className={styles['name']}>
          {before}
          <h1 className={styles['title']} title={title}>
            {title}
          </h1>
          <div className={styles['beside']}>{beside}</div>
        </div>
        <div className={styles['actions']}>{actions}</div>
      </header>
      <div className={styles['body']}>{children}</div>
    </div>
  );
}

/** A white card with an optional small heading. */
export function Card({
  title,
  aside,
  className = '',
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={`${surface['surface']} ${styles['card']} ${className}`} aria-label={title}>
      {title === undefined ? null : (
        <div className={styles['cardHead']}>
          <h2 className={styles['cardTitle']}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** A page that could not be had: the problem's title is the page's. */
export function FailedPage({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again: () => void;
}): ReactNode {
  return (
    <Page title={error instanceof ApiProblem ? error.title : words.failures.unknown}>
      <Failed error={error} again={again} />
    </Page>
  );
}
