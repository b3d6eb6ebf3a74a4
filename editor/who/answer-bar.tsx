import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ANSWERS } from './answers.ts';
import { lastText, type Queue } from './use-queue.ts';
import styles from './who-page.module.css';
import { whoWords } from './who-words.ts';

/** The answers, always in reach, each with its key; and the way to take back what was last said to be the same. */
export function AnswerBar({
  queue,
  mayAnswer,
}: {
  readonly queue: Queue;
  readonly mayAnswer: boolean;
}): ReactNode {
  if (!mayAnswer) return <p className={styles['bar']}>{whoWords.notYours}</p>;
  const { shown, last } = queue;
  return (
    <div className={styles['bar']} role="group" aria-label={whoWords.answerGroup}>
      {shown === null ? null : (
        <div className={styles['answers']}>
          {ANSWERS.map((answer) => (
            <Keyed
              key={answer}
              {...whoWords.answers[answer]}
              isFirst={answer === 'same'}
              onClick={() => queue.answer(answer)}
            />
          ))}
        </div>
      )}
      {last === null ? null : (
        <p className={styles['last']}>
          <span>{lastText(last)}</span> <Keyed {...whoWords.undo} onClick={queue.takeLastBack} />
        </p>
      )}
    </div>
  );
}

/** A button with the key that does the same. */
function Keyed({
  name,
  keys,
  isFirst = false,
  onClick,
}: {
  readonly name: string;
  readonly keys: string;
  readonly isFirst?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Button
      variant={isFirst ? 'filled' : 'default'}
      aria-keyshortcuts={keys}
      rightSection={
        <kbd aria-hidden className={styles['key']}>
          {keys}
        </kbd>
      }
      onClick={onClick}
    >
      {name}
    </Button>
  );
}
