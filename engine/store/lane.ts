/** A narrow place that one may pass at a time, in the order of coming. */
export interface Lane {
  /** Resolves when it is free; call what it answers to let the next one in. */
  enter(): Promise<() => void>;
}

export function createLane(): Lane {
  let last: Promise<void> = Promise.resolve();
  return {
    enter() {
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((resolve) => (leave = resolve));
      return before.then(() => leave);
    },
  };
}
