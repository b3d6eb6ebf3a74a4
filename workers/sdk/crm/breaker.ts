const FAILURES = 3;
const SHORTEST_REST_MS = 2_000;
const LONGEST_REST_MS = 60_000;

/**
 * Leaves a CRM alone that did not answer some times running: for a while nobody waits for it, then one call tries, and
 * each one in vain makes the while longer. So a CRM that is down costs its time limit once in a while only.
 */
export interface Breaker {
  /** Whether a call may go there now. Whoever was let through tells what came of it. */
  lets(now: number): boolean;
  answered(): void;
  failed(now: number): void;
  /** The call came to no end: it says nothing of the CRM. */
  gaveUp(): void;
}

export function breaker(): Breaker {
  let running = 0;
  let restMs = SHORTEST_REST_MS;
  let closedUntil = 0;
  let trying = false;
  return {
    lets(now) {
      if (running < FAILURES) return true;
      if (now < closedUntil || trying) return false;
      trying = true;
      return true;
    },
    answered() {
      running = 0;
      restMs = SHORTEST_REST_MS;
      trying = false;
    },
    failed(now) {
      running += 1;
      trying = false;
      // Those that were under way together fail together: that is one time in vain.
      if (running < FAILURES || now < closedUntil) return;
      closedUntil = now + restMs;
      restMs = Math.min(restMs * 2, LONGEST_REST_MS);
    },
    gaveUp() {
      trying = false;
    },
  };
}
