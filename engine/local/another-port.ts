import { LocalProblem } from './local-problem.ts';

const TRIES = 3;

/**
 * Starts a server, and once more when a port that was free a moment before is not any more: between looking for one and
 * listening on it, another program may take it. Rejects as `start` does.
 */
export async function onAnotherPort<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (problem) {
      const isTaken = problem instanceof LocalProblem && /address already in use/i.test(problem.message);
      if (!isTaken || tries === TRIES) throw problem;
    }
  }
}
