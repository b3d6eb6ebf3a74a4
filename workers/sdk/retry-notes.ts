import type { ActivityCall } from '../../definitions/activity/contract.ts';
import { effectKey } from '../../definitions/activity/effect-key.ts';
import type { ActivityProblem } from './activity-problem.ts';
import type { ActivityDeps } from './context.ts';
import { isLastTry, tryNow } from './try-now.ts';

/** What a case's page is told of one try of an activity: a try that failed and is followed by another. */
export interface RetryNotes {
  /** It was done, was given up, or failed in a way that is not followed by another try. */
  over(): void;
  failed(problem: ActivityProblem): void;
}

/** What the pages call a try that came to no end: Temporal takes it for one that took too long. */
const NO_END = 'timeout';

/**
 * Keeps the store's notes of tries that failed and are followed by another, one occasion of an activity at a time in
 * the order in which it happened. Nothing waits for the store or fails with it: a note that cannot be made is left
 * out. A first try that succeeds asks nothing.
 */
export function retryNotes({ store, log }: ActivityDeps): (call: ActivityCall) => RetryNotes {
  const lines = new Map<string, Promise<void>>();

  function inTurn(call: ActivityCall, note: () => Promise<void>): void {
    const key = effectKey(call);
    const line = (lines.get(key) ?? Promise.resolve())
      .then(note)
      .catch(() => {
        const { caseId, activity, node, visit, item } = call;
        log.error({ caseId, activity, node, visit, item }, 'could not note that an activity is tried again');
      })
      .finally(() => lines.get(key) === line && lines.delete(key));
    lines.set(key, line);
  }

  return (call) => {
    const { caseId, scope, flow, node, visit, item, activity, reported } = call;
    const now = tryNow(call);
    // Run alone nobody tries it again; and a call of an earlier build does not tell enough.
    if (now === null || flow === undefined || reported === undefined)
      return { over: () => undefined, failed: () => undefined };
    const occasion = { scope, node, visit, item };
    const note = (code: string, isGuess = false): void =>
      inTurn(call, () =>
        store.cases.noteRetry(caseId, { ...occasion, flow, activity, code, reported }, isGuess),
      );
    const over = (): void => {
      if (now.attempt > 1) inTurn(call, () => store.cases.clearRetry(caseId, occasion));
    };
    // The try before may not have lived to say how it failed.
    if (now.attempt > 1) note(NO_END, true);
    return {
      over,
      failed(problem) {
        if (!problem.retry || isLastTry(now, problem.retryAfterMs)) over();
        else note(problem.code);
      },
    };
  };
}
