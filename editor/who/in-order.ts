/** Does one thing after the other, each when the one before it is over, however that ended. */
export interface InOrder {
  add(act: () => Promise<void>): void;
}

export function inOrder(): InOrder {
  let last: Promise<void> = Promise.resolve();
  return {
    add(act) {
      last = last.then(act, act);
    },
  };
}
