/** Thrown inside a search that used up its steps, and caught where the search was begun. */
export class OutOfSteps extends Error {}

/** What a search may still spend: a step compares a row with a part of the inputs. Counted, so that every machine gets as far. */
export class Steps {
  #left: number;
  #used = 0;

  constructor(limit: number) {
    this.#left = limit;
  }

  get used(): number {
    return this.#used;
  }

  get left(): number {
    return this.#left;
  }

  spend(steps: number): void {
    this.#left -= steps;
    this.#used += steps;
    if (this.#left < 0) throw new OutOfSteps();
  }

  /** Runs a search that may spend so many of what is left; false if it did not come to its end. */
  within(limit: number, search: () => void): boolean {
    try {
      this.limited(limit, search);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof OutOfSteps)) throw thrown;
      return false;
    }
  }

  /** Answers what a search finds that may spend so many of what is left. */
  limited<T>(limit: number, search: () => T): T {
    const given = Math.max(0, Math.min(this.#left, limit));
    const kept = this.#left - given;
    this.#left = given;
    try {
      return search();
    } finally {
      this.#left += kept;
    }
  }
}
