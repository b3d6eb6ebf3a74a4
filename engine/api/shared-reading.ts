/** Less than a page waits after it was told of a change (editor/shell/changes.ts). */
export const SHARED_MS = 100;

/**
 * The same reading for all who ask within `ms` of its beginning. A page asks a little later than it is told of a
 * change, so that what it gets was read after the change, if `ms` is less than that.
 */
export function sharedReading<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let begunAt = -Infinity;
  let reading: Promise<T> | null = null;
  return () => {
    if (reading !== null && performance.now() - begunAt < ms) return reading;
    begunAt = performance.now();
    const mine = read();
    reading = mine;
    // A failure is told to those who asked, not to who asks next.
    mine.catch(() => {
      if (reading === mine) reading = null;
    });
    return mine;
  };
}
