import type { ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { EffectStore } from '../../engine/store/effects.ts';
import { ActivityProblem } from './activity-problem.ts';
import { effectKey } from '../../definitions/activity/effect-key.ts';

/** What came of an act: the id the other side knows it by, and what the activity goes on with. */
export interface Acted<T extends Json> {
  readonly externalId: string | null;
  readonly output: T;
}

/**
 * An act on the world and what can be known of it. keyed: the other side refuses a repeated key. searchable: `search`
 * finds whether it happened. once: nobody can tell.
 */
export type Act<T extends Json> = {
  /** Reads what an earlier attempt recorded as its output. */
  readonly recall: (output: Json) => T;
  readonly perform: (key: string) => Promise<Acted<T>>;
} & (
  | { readonly kind: 'keyed' | 'once' }
  | { readonly kind: 'searchable'; readonly search: (key: string) => Promise<Acted<T> | null> }
);

/** An act that was decided against answers null. */
export type Ledger = <T extends Json>(act: Act<T>) => Promise<T | null>;

interface LedgerOptions {
  readonly effects: EffectStore;
  readonly call: ActivityCall;
  /** How long one attempt may take; after that somebody else may ask what became of it. */
  readonly leaseMs: number;
  readonly now: () => Date;
}

/**
 * The ledger around the outside act of one call: intent first, then the act, then its record. After a doubt (the
 * intent's lease ran out without a word) a keyed act is sent again under its key, a searchable one is searched for,
 * and one of which nobody can tell becomes `unknown`: it fails for good with 'unknown effect', and a person is asked.
 */
export function ledgerFor({ effects, call, leaseMs, now }: LedgerOptions): Ledger {
  const key = effectKey(call);

  async function perform<T extends Json>(act: Act<T>): Promise<T> {
    let acted: Acted<T>;
    try {
      acted = await act.perform(key);
    } catch (error) {
      acted = await afterFailure(act, error);
    }
    await effects.done(key, acted);
    return acted.output;
  }

  /** The attempt failed while we watched: what is known now? Answers what came of it, or fails. */
  async function afterFailure<T extends Json>(act: Act<T>, error: unknown): Promise<Acted<T>> {
    const certain = error instanceof ActivityProblem && error.happened === 'no';
    if (certain || act.kind === 'keyed') {
      await effects.released(key);
      throw error;
    }
    if (act.kind !== 'searchable') return giveUp();
    const found = await act.search(key);
    if (found !== null) return found;
    await effects.released(key);
    throw error;
  }

  async function giveUp(): Promise<never> {
    await effects.unknown(key);
    throw new ActivityProblem('unknown effect', { retry: false });
  }

  return async function ledger<T extends Json>(act: Act<T>): Promise<T | null> {
    const leave = await effects.begin(key, {
      caseId: call.caseId,
      activity: call.activity,
      leaseMs,
      now: now(),
    });
    switch (leave.is) {
      case 'go':
        return perform(act);
      case 'done':
        return act.recall(leave.output);
      case 'suppressed':
        return null;
      case 'unknown':
        throw new ActivityProblem('unknown effect', { retry: false });
      case 'held': {
        const wait = Math.max(50, Date.parse(leave.until) - now().getTime());
        throw new ActivityProblem('held', { retry: true, happened: 'no', retryAfterMs: wait });
      }
      case 'in doubt': {
        if (act.kind === 'once') return giveUp();
        const found = act.kind === 'searchable' ? await act.search(key) : null;
        if (found === null) return perform(act);
        await effects.done(key, found);
        return found.output;
      }
    }
  };
}
