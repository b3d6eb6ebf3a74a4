/** How long something may take, and how it lets others go before it goes on. */
export interface Turns {
  readonly now: () => number;
  /** When it is given up, by `now`. */
  readonly end: number;
  /** So long it goes on at a time, in ms. */
  readonly turnMs: number;
  /** Resolves once others had their turn; false: nobody wants to know any more. */
  readonly pause: () => Promise<boolean>;
}

/** What a generator comes to, worked on turn by turn; null when it was not over in time, or nobody wants to know. */
export async function inTurns<T>(
  work: Iterator<unknown, T>,
  { now, end, turnMs, pause }: Turns,
): Promise<T | null> {
  for (let turn = now(); ;) {
    const at = now();
    if (at >= end) return null;
    if (at - turn >= turnMs) {
      if (!(await pause())) return null;
      turn = now();
    }
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
