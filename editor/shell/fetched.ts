import { useEffect, useState, type ComponentType } from 'react';

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
