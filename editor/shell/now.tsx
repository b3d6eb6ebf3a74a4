import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const NowContext = createContext(0);
const EVERY_MS = 15_000;

/** Gives all of a page the same clock, which moves every quarter of a minute. */
export function NowProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(ticking);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
}

/** Milliseconds since the epoch, at most a quarter of a minute old. */
export function useNow(): number {
  return useContext(NowContext);
}
