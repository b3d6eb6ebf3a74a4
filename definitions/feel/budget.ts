import { MAX_LEVELS, MAX_STEPS } from './limits.ts';

/** Thrown inside an evaluation that grew too long or too deep, and caught at its border, where the value is null. */
export class OutOfBudget extends Error {}

/** What one evaluation may still spend. One per evaluation, never shared. */
export class Budget {
  #steps = MAX_STEPS;
  #levels = MAX_LEVELS;

  /** Counts loop bodies, list items or characters. */
  spend(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new OutOfBudget(`it took more than ${MAX_STEPS} steps`);
  }

  /** Runs `body` so many levels deeper. */
  nested<T>(body: () => T, levels = 1): T {
    if (this.#levels < levels) throw new OutOfBudget(`it went more than ${MAX_LEVELS} levels deep`);
    this.#levels -= levels;
    const result = body();
    this.#levels += levels;
    return result;
  }
}
