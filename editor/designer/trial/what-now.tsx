import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { howLong } from '../../shell/moment.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { AnswerForm } from './answer-form.tsx';
import type { DuringTrial } from './moment-detail.tsx';
import { messageText } from './moment-text.ts';
import type { Told } from './told.ts';
import styles from './trial.module.css';
import { passedUntil, withMessage } from './trial.ts';

/** At the end of what is told so far: what has to be answered, what time or somebody may bring, or that it is over. */
export function WhatNow({ trying, ...story }: DuringTrial): ReactNode {
  const { told, trial, content } = story;
  const said = drawingWords.trial;
  const [ask] = told.asks;
  const isEnd = trying.position === told.moments.length - 1;
  if (!isEnd)
    return ask === undefined ? null : (
      <p className={styles['quiet']}>
        {said.openAtEnd}{' '}
        <Button variant="subtle" size="compact-xs" onClick={() => trying.go(told.moments.length - 1)}>
          {said.toOpen}
        </Button>
      </p>
    );
  const name = ask === undefined ? '' : (nodeIn(content, ask.question.place)?.name ?? '');
  return (
    <>
      {ask === undefined ? (
        <Standing told={told} />
      ) : (
        <section className={styles['ask']} aria-label={said.asks(name)}>
          <h3 className={styles['askTitle']}>
            {ask.of === 'activity' ? said.asks(name) : said.asksPerson(name)}
          </h3>
          <AnswerForm
            // Another question has a form of its own.
            key={`${ask.question.key} ${ask.question.index}`}
            {...story}
            question={ask.question}
            atMs={told.now - told.start}
            onAnswer={trying.tell}
          />
        </section>
      )}
      {ask?.of === 'activity' || !isOpen(told) ? null : <Waiting trying={trying} trial={trial} told={told} />}
    </>
  );
}

function isOpen({ status }: Told): boolean {
  return status === 'waiting' || status === 'unfinished' || status === 'unanswered';
}

function Standing({ told: { status, outcome, findings } }: { readonly told: Told }): ReactNode {
  const said = drawingWords.trial;
  const isEndless = findings.some(({ code }) => code === 'too many events');
  if (isEndless) return <p className={styles['bad']}>{said.tooLong}</p>;
  if (status === 'ended') return <p className={styles['over']}>{said.over(outcome)}</p>;
  return status === 'cancelled' ? <p className={styles['over']}>{said.cancelled}</p> : null;
}

const HOUR_MS = 3_600_000;
const LENGTHS = [
  ['hour', HOUR_MS],
  ['day', 24 * HOUR_MS],
  ['threeDays', 72 * HOUR_MS],
] as const;

/** While it waits: how long nothing comes, or what does. */
function Waiting({ trying, trial, told }: Pick<DuringTrial, 'trying' | 'trial' | 'told'>): ReactNode {
  const said = drawingWords.trial;
  const nowMs = told.now - told.start;
  const pass = (toMs: number): void => trying.tell(passedUntil(trial, toMs));
  const { next } = told;
  return (
    <section className={styles['ask']} aria-label={said.waits}>
      {next === null ? (
        <p className={styles['quiet']}>{said.nothingComes}</p>
      ) : (
        <>
          <h3 className={styles['partTitle']}>{said.pass}</h3>
          <div className={styles['buttons']}>
            {LENGTHS.map(([name, ms]) => (
              <Button key={name} variant="default" onClick={() => pass(nowMs + ms)}>
                {said[name]}
              </Button>
            ))}
            <Button variant="default" onClick={() => pass(next - told.start)}>
              {said.untilSomething}
            </Button>
          </div>
          <p className={styles['quiet']}>{said.inTime(howLong(next - told.now))}</p>
        </>
      )}
      {told.messages.length === 0 ? null : (
        <>
          <h3 className={styles['partTitle']}>{said.comes}</h3>
          <div className={styles['buttons']}>
            {told.messages.map((name) => (
              <Button
                key={name}
                variant="default"
                onClick={() => trying.tell(withMessage(trial, name, nowMs))}
              >
                {messageText(name)}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
