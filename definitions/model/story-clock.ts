/**
 * The clock of a story that is told faster than life, as a sample day is: at the instant `real` the story's time was
 * `story`, and since then it runs `scale` times as fast; 0: it stands still. Instants in ms since the epoch.
 */
export interface StoryClock {
  readonly real: number;
  readonly story: number;
  readonly scale: number;
}

/** The story's instant at a real one; without a story both are the same. */
export function storyAt(clock: StoryClock | null, real: number): number {
  return clock === null ? real : clock.story + (real - clock.real) * clock.scale;
}

/** The real instant of the story's; null while the story stands still before it. */
export function realAt(clock: StoryClock | null, story: number): number | null {
  if (clock === null) return story;
  if (clock.scale === 0) return story <= clock.story ? clock.real : null;
  return clock.real + (story - clock.story) / clock.scale;
}

/** The same story from an instant on at another speed. */
export function atSpeed(clock: StoryClock, real: number, scale: number): StoryClock {
  return { real, story: Math.round(storyAt(clock, real)), scale };
}
