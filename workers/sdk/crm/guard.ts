import type { CallOptions } from '../crm.ts';
import { breaker } from './breaker.ts';
import type { Clock } from './clock.ts';
import { CrmProblem } from './crm-problem.ts';
import type { CrmLimits } from './limits.ts';
import { pace } from './pace.ts';

/** Stands between whoever asks a CRM and the adapter that does. */
export interface Guard {
  /** What the call answers, or why not: a CrmProblem, or the reason of the caller's own signal. */
  run<T>(call: (signal: AbortSignal) => Promise<T>, options?: CallOptions): Promise<T>;
  close(): void;
}

/**
 * Gives each call its turn and its time, and gives it up when that is over, whether or not the adapter listens. A CRM
 * that wants to be left alone for less than the time left is asked again; one that is down is left alone for a while.
 */
export function guard(crm: string, limits: CrmLimits, clock: Clock): Guard {
  const turns = pace(limits, clock);
  const watch = breaker();
  /** What ends each call that is under way. A signal that lives as long as the CRM would keep something of each. */
  const underWay = new Set<() => void>();
  let isClosed = false;

  /** Why the call had to end; null while it need not. */
  function endOf(own: AbortSignal | undefined, overtime: boolean): unknown {
    if (own?.aborted === true) return own.reason;
    if (isClosed) return new CrmProblem(crm, 'down', { says: 'is not asked any more: Earshot is ending' });
    return overtime ? new CrmProblem(crm, 'slow') : null;
  }

  async function once<T>(
    call: (signal: AbortSignal) => Promise<T>,
    deadline: number,
    signal: AbortSignal,
    end: () => unknown,
  ): Promise<T> {
    if (!watch.lets(clock.now())) {
      throw new CrmProblem(crm, 'down', {
        says: 'did not answer and is left alone for a moment',
        happened: 'no',
      });
    }
    if (!(await turns.enter(deadline, signal))) {
      watch.gaveUp();
      throw end() ?? new CrmProblem(crm, 'throttled');
    }
    try {
      const answer = await orEnd(call(signal), signal, end);
      watch.answered();
      return answer;
    } catch (error) {
      const problem = end() ?? asProblem(crm, error);
      if (!(problem instanceof CrmProblem) || isClosed) watch.gaveUp();
      else if (problem.kind === 'down' || problem.kind === 'slow') watch.failed(clock.now());
      else watch.answered();
      throw problem;
    } finally {
      turns.leave();
    }
  }

  return {
    async run(call, options = {}) {
      const deadline = clock.now() + Math.min(limits.timeoutMs, options.withinMs ?? limits.timeoutMs);
      const own = options.signal;
      const over = new AbortController();
      const done = new AbortController();
      const stop = (): void => over.abort();
      const end = (): unknown => endOf(own, over.signal.aborted);
      void clock.wait(deadline - clock.now(), done.signal).then(() => {
        if (!done.signal.aborted) stop();
      });
      own?.addEventListener('abort', stop, { once: true });
      underWay.add(stop);
      try {
        for (;;) {
          const reason = end();
          if (reason !== null) throw reason;
          try {
            return await once(call, deadline, over.signal, end);
          } catch (problem) {
            if (!isWorthWaiting(problem, deadline - clock.now())) throw problem;
            turns.holdUntil(clock.now() + problem.retryAfterMs);
          }
        }
      } finally {
        done.abort();
        underWay.delete(stop);
        own?.removeEventListener('abort', stop);
      }
    },
    close() {
      isClosed = true;
      for (const stop of underWay) stop();
    },
  };
}

/** The answer, unless the signal comes first; what comes of it later is nobody's any more. */
function orEnd<T>(answer: Promise<T>, signal: AbortSignal, end: () => unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onEnd = (): void => reject(end());
    if (signal.aborted) onEnd();
    else signal.addEventListener('abort', onEnd, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onEnd));
  });
}

function isWorthWaiting(
  problem: unknown,
  leftMs: number,
): problem is CrmProblem & { readonly retryAfterMs: number } {
  return (
    problem instanceof CrmProblem && problem.kind === 'throttled' && (problem.retryAfterMs ?? leftMs) < leftMs
  );
}

/** What an adapter threw, as what is known of it. */
function asProblem(crm: string, error: unknown): CrmProblem {
  if (error instanceof CrmProblem) return error;
  const unread = error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError');
  return new CrmProblem(crm, unread ? 'wrong answer' : 'down');
}
