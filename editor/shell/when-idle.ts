/** So long what can wait waits at most. */
const LATEST_MS = 2_000;

/** Calls `act` once the page has drawn what it has to and nothing else is to be done; the answer calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, LATEST_MS / 10);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(act, { timeout: LATEST_MS });
  return () => cancelIdleCallback(asked);
}
