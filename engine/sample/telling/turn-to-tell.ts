import type { SampleDayStore } from '../../store/sample-day.ts';

const RENEW_MS = 1_000;
/** So long without anybody to tell it is a pause of the story's. */
const PAUSE_MS = 6_000;

/** Of the processes that could tell the story, whose turn it is. */
export interface TurnToTell {
  /** Null: another tells it. `nobodySince`: nobody did since then (ms since the epoch), and it is to go on from there. */
  take(): Promise<{ readonly nobodySince: number | null } | null>;
  letGo(): Promise<void>;
}

export function turnToTell(day: SampleDayStore, teller: string): TurnToTell {
  let renewedAt = -Infinity;
  return {
    async take() {
      const now = Date.now();
      if (now - renewedAt < RENEW_MS) return { nobodySince: null };
      const turn = await day.tell(teller);
      renewedAt = turn === null ? -Infinity : now;
      if (turn === null) return null;
      const { toldBefore } = turn;
      return { nobodySince: toldBefore !== null && now - toldBefore > PAUSE_MS ? toldBefore : null };
    },
    async letGo() {
      await day.letGo(teller);
    },
  };
}
