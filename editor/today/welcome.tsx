import { Button, Code } from '@mantine/core';
import type { ReactNode } from 'react';
import forms from '../inbox/task-form.module.css';
import { goTo } from '../shell/place.ts';
import { ApiProblem } from '../shell/problem.ts';
import { useSampleDayActs } from '../shell/sample-day.ts';
import { useSession } from '../shell/session.tsx';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import styles from './welcome.module.css';

/** What stands in place of numbers before anything was heard: how to begin. */
export function Welcome(): ReactNode {
  const text = words.today.welcome;
  const { sampleDay, person } = useSession();
  // One is started by who runs Earshot; once it is on, everybody may look.
  const hasSample = sampleDay === 'on' || (sampleDay === 'offered' && person.roles.includes('admin'));
  return (
    <section className={`${surface['surface']} ${styles['welcome']}`}>
      <h2 className={styles['title']}>{text.title}</h2>
      {sampleDay === 'here' ? (
        <p className={styles['quiet']}>{text.soon}</p>
      ) : (
        <>
          {hasSample ? <SampleDay isOn={sampleDay === 'on'} /> : null}
          <p className={styles['quiet']}>{hasSample ? text.orImport : text.import}</p>
          <Code className={styles['command']}>{text.importCommand}</Code>
        </>
      )}
    </section>
  );
}

/** The way into the sample day. */
function SampleDay({ isOn }: { readonly isOn: boolean }): ReactNode {
  const { busy, error, start } = useSampleDayActs();
  const text = words.today.welcome;
  return (
    <>
      <p className={styles['quiet']}>{text.sample}</p>
      {error instanceof ApiProblem ? (
        <p role="alert" className={forms['refusal']}>
          {error.message} {error.whatToDo}
        </p>
      ) : null}
      {isOn ? (
        <Button onClick={() => goTo('sample day')}>{text.open}</Button>
      ) : (
        <Button loading={busy === 'start'} onClick={() => void start()}>
          {busy === 'start' ? text.starting : text.start}
        </Button>
      )}
    </>
  );
}
