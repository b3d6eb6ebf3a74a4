import type { Instant } from '../interpreter/event.ts';
import type { ClockSetting } from './saved-run.ts';

/** The workflow's own clock: deterministic, replayed from the history. */
export function workflowNow(): Instant {
  return Date.now();
}

/** The story's instant of a real one. Both begin together; then the story runs `scale` times as fast. */
export function toStory(clock: ClockSetting, real: Instant): Instant {
  return clock.scale === 1 ? real : clock.realStart + (real - clock.realStart) * clock.scale;
}

/** The real instant of the story's. */
export function toReal(clock: ClockSetting, story: Instant): Instant {
  return clock.scale === 1 ? story : clock.realStart + (story - clock.realStart) / clock.scale;
}
