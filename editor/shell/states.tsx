import { Button, Code, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiProblem } from './problem.ts';
import styles from './states.module.css';
import { words } from './words.ts';

/** Says that a list is empty, and what makes it grow. */
export function Empty({
  title,
  children,
  command,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly command?: string;
}): ReactNode {
  return (
    <div className={styles['state']}>
      <IconCircleDashed aria-hidden className={styles['sign']} />
      <p className={styles['title']}>{title}</p>
      {children === undefined ? null : <div className={styles['text']}>{children}</div>}
      {command === undefined ? null : <Code className={styles['command']}>{command}</Code>}
    </div>
  );
}

/** Says what did not work and what to do, with a way to try again. */
export function Failed({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again?: () => void;
}): ReactNode {
  const { title, message, whatToDo } =
    error instanceof ApiProblem
      ? error
      : { title: words.failures.unknown, message: '', whatToDo: words.failures.unknownToDo };
  return (
    <div className={styles['state']} role="alert">
      <IconAlertTriangle aria-hidden className={`${styles['sign']} ${styles['bad']}`} />
      <p className={styles['title']}>{title}</p>
      <p className={styles['text']}>
        {message} {whatToDo}
      </p>
      {again === undefined ? null : (
        <Button variant="default" onClick={again}>
          {words.failures.again}
        </Button>
      )}
    </div>
  );
}

/** The shape of lines still to come. */
export function Loading({
  lines = 8,
  height = 20,
}: {
  readonly lines?: number;
  readonly height?: number;
}): ReactNode {
  return (
    <div className={styles['loading']} aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** What a query has come to, in one place: its skeleton, its problem, or its answer. */
export function Answered<T>({
  question,
  loading = <Loading />,
  children,
}: {
  readonly question: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly loading?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}): ReactNode {
  if (question.data !== undefined) return children(question.data);
  if (question.error) return <Failed error={question.error} again={() => void question.refetch()} />;
  return loading;
}
