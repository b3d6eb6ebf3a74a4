import { Button } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { goTo, place } from './place.ts';
import { useSampleDay } from './sample-day.ts';
import styles from './session.module.css';
import { Loading } from './states.tsx';
import { words } from './words.ts';

/**
 * Around the pages of a sample day: shows them while one is on. Once it was taken away nothing is asked any more of
 * what went with it, and the page says so. Around one's own pages it does nothing.
 */
export function SampleGate({ children }: { readonly children: ReactNode }): ReactNode {
  const day = useSampleDay();
  if (place === '' || day.data || day.error) return children;
  return day.data === null ? <Gone /> : <Loading />;
}

function Gone(): ReactNode {
  const { gone, goneText, back } = words.sampleDay;
  useEffect(() => {
    document.title = `${gone} · ${words.product}`;
  }, [gone]);
  return (
    <main className={styles['alone']}>
      <h1 className={styles['title']}>{gone}</h1>
      <p className={styles['text']} role="status">
        {goneText}
      </p>
      <Button onClick={() => goTo('own cases')}>{back}</Button>
    </main>
  );
}
