import { useEffect, useState, type ComponentType } from 'react';
import { whenIdle } from './when-idle.ts';

/** A component whose script is fetched when it is first needed, or before. */
export interface Fetched<P> {
  /** Begins to fetch it. A fetch that failed is tried again by the next one. */
  fetch(): Promise<ComponentType<P>>;
  /** Null: it has not come. */
  come(): ComponentType<P> | null;
}

export function fetched<P>(load: () => Promise<ComponentType<P>>): Fetched<P> {
  let component: ComponentType<P> | null = null;
  return {
    fetch: async () => (component = await load()),
    come: () => component,
  };
}

/**
 * The component once it has come, at once if it has come before; null until then. Throws why it cannot be fetched.
 * `of` stays the same as long as who asks is shown.
 * React's `lazy` waits in any case, and leaves what stands there meanwhile for at least 0.3 s.
 */
export function useFetched<P>(of: Fetched<P>): ComponentType<P> | null {
  const [shown, show] = useState(of.come);
  const [failure, fail] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (shown !== null) return;
    of.fetch().then(
      (component) => show(() => component),
      (error: unknown) => fail({ error }),
    );
  }, [of, shown]);
  if (failure !== null) throw failure.error;
  return shown;
}

const AGAIN_MS = 5_000;

/**
 * The same for what can be done without: null until it has come, however often it fails; then it is tried again every
 * five seconds, so that a page that lost its connection goes on. What is not `isWanted` yet is fetched once the page has
 * nothing else to do.
 */
export function useOnceFetched<P>(of: Fetched<P>, isWanted = true): ComponentType<P> | null {
  const [shown, show] = useState(of.come);
  useEffect(() => {
    if (shown !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const attempt = (): void => {
      of.fetch().then(
        (component) => {
          if (!isGone) show(() => component);
        },
        () => {
          if (!isGone) timer = setTimeout(attempt, AGAIN_MS);
        },
      );
    };
    const callOff = isWanted ? null : whenIdle(attempt);
    if (isWanted) attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
      callOff?.();
    };
  }, [of, shown, isWanted]);
  return shown;
}
