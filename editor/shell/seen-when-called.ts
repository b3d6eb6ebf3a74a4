import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** State of an address that something on the page leads to, which is to be seen then. */
export const CALLED = 'called';

/** Another value each time that the address was called so; else null. */
export function useCalled(): string | null {
  const { state, key }: { readonly state: unknown; readonly key: string } = useLocation();
  return state === CALLED ? key : null;
}

/** Brings what holds the ref into view and gives it the focus, each time that it is called from elsewhere on the page. */
export function useSeenWhenCalled(): RefObject<HTMLElement | null> {
  const called = useCalled();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (called === null) return;
    ref.current?.scrollIntoView({ block: 'nearest' });
    ref.current?.focus({ preventScroll: true });
  }, [called]);
  return ref;
}
