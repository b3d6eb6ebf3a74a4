/** When the story began, and what the clock of its company is ahead of UTC. */
export interface Morning {
  /** Ms since the epoch. */
  readonly instant: number;
  /** '-05:00' */
  readonly offset: string;
}

/** Reads '2026-03-02T07:30:00-05:00'; without an offset of its own ('Z') the clock is that of UTC. */
export function readMorning(morning: string): Morning {
  const [offset = '+00:00'] = /[+-]\d\d:\d\d$/.exec(morning) ?? [];
  return { instant: Date.parse(morning), offset };
}
