import { useState } from 'react';

/** The value as it was before it was held back, until it is not any more. */
export function useHeld<T>(value: T, isHeldBack: boolean): T {
  const [kept, keep] = useState(value);
  if (!isHeldBack && kept !== value) keep(value);
  return isHeldBack ? kept : value;
}
