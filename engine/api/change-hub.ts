import type { ChangeEvent } from '../../definitions/model/views/change.ts';
import type { ChangeStore, Watching } from '../store/changes.ts';

/** Tells many listeners of changes from one watch on the store. */
export interface ChangeHub {
  /** Resolves once changes from now on will be told; answers how to stop listening. */
  listen(onChange: (change: ChangeEvent) => void): Promise<() => void>;
  readonly listeners: number;
}

/** The store is watched only while somebody listens. */
export function createChangeHub(changes: ChangeStore): ChangeHub {
  const listening = new Set<(change: ChangeEvent) => void>();
  let watching: Watching | null = null;
  return {
    get listeners() {
      return listening.size;
    },
    async listen(onChange) {
      listening.add(onChange);
      watching ??= changes.watch((change) => {
        for (const listener of listening) listener(change);
      });
      await watching.ready;
      return () => {
        if (!listening.delete(onChange) || listening.size > 0) return;
        const last = watching;
        watching = null;
        void last?.close();
      };
    },
  };
}
