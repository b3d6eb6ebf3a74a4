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

/** A step of a piece of work is begun with so much time left that nobody waits for it, also where frame follows frame. */
const STEP_MS = 12;
/** Between slices where the browser does not say when it is idle. */
const SLICE_MS = 50;

/** Does a piece of work step by step, `next` answering whether more is to be done, while the page has nothing else to do; the answer calls it off. */
export function whileIdle(next: () => boolean): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setInterval(() => {
      if (!next()) clearInterval(timer);
    }, SLICE_MS);
    return () => clearInterval(timer);
  }
  const slice = (deadline: IdleDeadline): void => {
    let more = true;
    while (more && deadline.timeRemaining() > STEP_MS) more = next();
    if (more) asked = requestIdleCallback(slice);
  };
  let asked = requestIdleCallback(slice);
  return () => cancelIdleCallback(asked);
}
