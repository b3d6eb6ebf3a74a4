/** A page's hold on something that no other page of this browser may have at the same time. It ends with the page. */
export type Release = () => void;

const BRIEFLY_MS = 800;

/**
 * Takes hold of a name; null when another page holds it. `patient`: waits a moment, for a page that is just going.
 * Browsers have no such holds on pages that did not come safely: there every name counts as free.
 */
export async function claim(name: string, patient = false): Promise<Release | null> {
  if (!('locks' in navigator)) return () => undefined;
  const options: LockOptions = patient ? { signal: AbortSignal.timeout(BRIEFLY_MS) } : { ifAvailable: true };
  return new Promise((resolve) => {
    navigator.locks
      .request(name, options, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(() => resolve(null));
  });
}
