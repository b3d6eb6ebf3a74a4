import { useEffect, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../shell/api.ts';
import { Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { useMay } from '../shell/session.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { Pair } from './pair.tsx';
import { questionText } from './called.ts';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useQueue, type Queue } from './use-queue.ts';
import { Waterfall } from './waterfall.tsx';
import styles from './who-page.module.css';
import { whoWords } from './who-words.ts';

/** Who wrote beside a customer who may be one with them, pair after pair, each answered by one key. */
export default function WhoPage(): ReactNode {
  const queue = useQueue();
  const mayAnswer = useMay(['agent', 'lead']);
  useAnswerKeys(queue, mayAnswer);
  useKeptWhileUnderWay(queue.underWay);
  return (
    <Page title={whoWords.title} beside={<Progress queue={queue} />}>
      <p className={styles['news']} role="status">
        {queue.news}
      </p>
      <Answered question={queue.list} loading={<Loading lines={8} height={32} />}>
        {() => <Shown queue={queue} mayAnswer={mayAnswer} />}
      </Answered>
    </Page>
  );
}

function Progress({ queue }: { readonly queue: Queue }): ReactNode {
  const { data } = useQuery({
    queryKey: ['who', 'count'],
    queryFn: ({ signal }) => ask<{ readonly open: number }>('/who/count', {}, signal),
  });
  if (data === undefined || queue.shown === null) return null;
  return (
    <>
      <Pill tone="person">{whoWords.left(Math.max(data.open, queue.atHand))}</Pill>
      {queue.given > 0 ? <Pill>{whoWords.done(queue.given)}</Pill> : null}
    </>
  );
}

function Shown({ queue, mayAnswer }: { readonly queue: Queue; readonly mayAnswer: boolean }): ReactNode {
  const { shown, list } = queue;
  const bar = <AnswerBar queue={queue} mayAnswer={mayAnswer} />;
  if (shown === null)
    return (
      <>
        {list.isFetchingNextPage ? (
          <Loading lines={8} height={32} />
        ) : (
          <Empty title={whoWords.empty}>{whoWords.emptyToDo}</Empty>
        )}
        {queue.last === null ? null : bar}
      </>
    );
  return (
    <div className={styles['pair']}>
      <h2 className={styles['question']} aria-live="polite" aria-atomic>
        {questionText(shown)} <span className={styles['chance']}>{whoWords.chance(shown.probability)}</span>
      </h2>
      <Pair key={`two ${shown.eventId}`} of={shown} />
      <Waterfall of={shown} />
      {bar}
    </div>
  );
}

/** Who leaves with answers on the way is asked whether they mean to. */
function useKeptWhileUnderWay(underWay: number): void {
  const isUnderWay = underWay > 0;
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const keep = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, [isUnderWay]);
}
