import { CancellationScope, patched, sleep } from '@temporalio/workflow';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json } from '../../definitions/flow/json.ts';
import { afterFirstTry } from './after-first-try.ts';
import { failureOf, perform, type Landing } from './perform.ts';
import type { ActivityCommand } from './saved-run.ts';
import { workflowNow } from './workflow-now.ts';

/** Marks in a history that a local activity is asked for once, and by itself again when that failed. */
const TRIES_APART = 'a local activity is tried again apart';
/** Marks in a history that a local activity which was cancelled is waited for. */
const WAITS_FOR_CANCELLED = 'a local activity that was cancelled is waited for';

interface Flight {
  /** None for a local one on its first try: that is over soon, and a scope costs more than it. */
  scope: CancellationScope | null;
  readonly local: boolean;
  triedAgain: boolean;
  cancelled: boolean;
}

/** Activities under way. A flight that was cancelled never lands. */
export class Flights {
  private readonly inAir = new Map<string, Flight>();
  private readonly landed: (landing: Landing) => void;
  private readonly wake: () => void;

  /** `wake` is called when a flight ends without landing, and when one is to be tried again. */
  constructor(landed: (landing: Landing) => void, wake: () => void) {
    this.landed = landed;
    this.wake = wake;
  }

  get size(): number {
    return this.inAir.size;
  }

  /** Whether any of them may take long: it runs as a task of its own, or failed before. */
  get someLong(): boolean {
    return [...this.inAir.values()].some((flight) => !isShort(flight));
  }

  /** Whether any of them is over within this workflow task. */
  get someShort(): boolean {
    return [...this.inAir.values()].some(isShort);
  }

  /** Whether each of them failed before, and nobody knows when it will work. */
  get allTriedAgain(): boolean {
    return [...this.inAir.values()].every((flight) => flight.triedAgain && !isShort(flight));
  }

  start(command: ActivityCommand, call: ActivityCall, summary: string): void {
    const { id, local } = command;
    if (local) return this.startLocal(command, call, summary);
    const scope = new CancellationScope();
    this.inAir.set(id, { scope, local, triedAgain: false, cancelled: false });
    this.follow(
      id,
      scope.run(() => perform(command, call, summary)),
    );
  }

  /**
   * The first try is alone: as long as it works nothing more is paid for, and once it does not the run can tell the
   * store where it stands. The tries that follow have a scope, in which they can be given up.
   */
  private startLocal(command: ActivityCommand, call: ActivityCall, summary: string): void {
    const { id, retry } = command;
    const flight: Flight = { scope: null, local: true, triedAgain: false, cancelled: false };
    this.inAir.set(id, flight);
    const begun = workflowNow();
    const first = { ...command, retry: { ...retry, maximumAttempts: 1 } };
    perform(first, { ...call, tries: { before: 0, retry } }, summary).then(
      (output) => this.land(id, { id, output }),
      (error: unknown) => {
        const more = flight.cancelled ? null : afterFirstTry(command, error, workflowNow() - begun);
        if (more === null || !this.inAir.has(id) || !patched(TRIES_APART))
          return this.land(id, { id, failure: failureOf(error) });
        const scope = new CancellationScope();
        flight.scope = scope;
        flight.triedAgain = true;
        this.wake();
        this.follow(
          id,
          scope.run(async () => {
            await sleep(more.pauseMs, { summary });
            return perform(more.command, { ...call, tries: { before: 1, retry } }, summary);
          }),
        );
      },
    );
  }

  /** A local one is under way until Temporal has let go of it: it lets no run end before. */
  cancel(id: string): void {
    const flight = this.inAir.get(id);
    if (flight === undefined) return;
    if (flight.local && patched(WAITS_FOR_CANCELLED)) flight.cancelled = true;
    else this.inAir.delete(id);
    flight.scope?.cancel();
  }

  private follow(id: string, flight: Promise<Json>): void {
    flight.then(
      (output) => this.land(id, { id, output }),
      (error: unknown) => this.land(id, { id, failure: failureOf(error) }),
    );
  }

  private land(id: string, landing: Landing): void {
    const flight = this.inAir.get(id);
    if (flight === undefined) return;
    this.inAir.delete(id);
    if (flight.cancelled) this.wake();
    else this.landed(landing);
  }
}

function isShort({ local, triedAgain, cancelled }: Flight): boolean {
  return local && (cancelled || !triedAgain);
}
