import { Code } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Role } from '../../definitions/model/people.ts';
import type { PersonView } from '../../definitions/model/views/people.ts';
import type { Session } from '../../definitions/model/views/session.ts';
import { ask } from './api.ts';
import { isProblem } from './problem.ts';
import styles from './session.module.css';
import { Failed, Loading } from './states.tsx';
import { words } from './words.ts';

const SessionContext = createContext<Session | null>(null);

export const sessionQuestion = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<Session>('/session', {}, signal),
  staleTime: Infinity,
});

/** Shows its children to who is signed in, and to anybody else how to sign in. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useQuery(sessionQuestion);
  if (session.data !== undefined) return <SessionContext value={session.data}>{children}</SessionContext>;
  if (isProblem(session.error, 'not signed in')) return <SignInHelp />;
  return (
    <main className={styles['alone']}>
      {session.error ? (
        <Failed error={session.error} again={() => void session.refetch()} />
      ) : (
        <Loading lines={4} />
      )}
    </main>
  );
}

/** Who is signed in, and as whom they act. Only below a SessionGate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession was asked outside of SessionGate');
  return session;
}

/** Who acts. Only below a SessionGate. */
export function useMe(): PersonView {
  return useSession().person;
}

/** Whether whoever acts has one of these roles; an admin has all. Only below a SessionGate. */
export function useMay(wanted: readonly Role[]): boolean {
  return useMe().roles.some((role) => role === 'admin' || wanted.includes(role));
}

function SignInHelp(): ReactNode {
  return (
    <main className={styles['alone']}>
      <h1 className={styles['title']}>{words.failures.signInTitle}</h1>
      <p>{words.failures.signInText}</p>
      <Code className={styles['command']}>{words.failures.signInCommand}</Code>
    </main>
  );
}
