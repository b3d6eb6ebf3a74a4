import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../interpreter/event.ts';
import { realAt, type StoryClock } from '../../definitions/model/story-clock.ts';
import { workflowNow } from './workflow-now.ts';

export interface SetTimer {
  readonly id: string;
  readonly at: Instant;
  readonly summary: string;
}

/**
 * The timers a run has set, in story time. Temporal is asked for one at a time, the earliest, and only when the run
 * comes to rest: a timer that is set and given up within one activation costs no history.
 */
export class TimerDesk {
  private readonly set = new Map<string, SetTimer>();
  private armed: { readonly id: string; readonly at: Instant; readonly scope: CancellationScope } | null =
    null;
  private clock: StoryClock | null;
  private readonly wake: () => void;

  constructor(story: StoryClock | null, timers: readonly SetTimer[], wake: () => void) {
    this.clock = story;
    this.wake = wake;
    for (const timer of timers) this.set.set(timer.id, timer);
  }

  /** The clock of the story that the timers are set in; null outside of a story. */
  get story(): StoryClock | null {
    return this.clock;
  }

  /** From now on the story runs by this clock. */
  follow(story: StoryClock): void {
    this.clock = story;
    this.disarm();
    this.wake();
  }

  add(timer: SetTimer): void {
    this.set.set(timer.id, timer);
  }

  remove(id: string): void {
    this.set.delete(id);
  }

  all(): readonly SetTimer[] {
    return [...this.set.values()];
  }

  /** The timer that is due first; of two due together the one set first. */
  earliest(): SetTimer | null {
    let first: SetTimer | null = null;
    for (const timer of this.set.values()) if (first === null || timer.at < first.at) first = timer;
    return first;
  }

  /** Makes Temporal wake the run at the earliest timer. To be called when the run comes to rest. */
  arm(): void {
    const first = this.earliest();
    if (this.armed !== null) {
      if (first !== null && this.armed.at === first.at) return;
      this.disarm();
    }
    const real = first === null ? null : realAt(this.clock, first.at);
    if (first === null || real === null) return;
    const scope = new CancellationScope();
    const armed = { id: first.id, at: first.at, scope };
    this.armed = armed;
    const delayMs = Math.max(1, Math.ceil(real - workflowNow()));
    scope
      .run(() => sleep(delayMs, { summary: first.summary }))
      .then(
        () => {
          if (this.armed === armed) this.armed = null;
          this.wake();
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  private disarm(): void {
    this.armed?.scope.cancel();
    this.armed = null;
  }
}
