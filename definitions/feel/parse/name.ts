import { normalizeContextKey } from 'lezer-feel';

/** One spelling for each name: `broken   step` and `broken step`, `a+b` and `a + b` are the same (DMN 1.5, 10.3.1.3). */
export function normalName(name: string): string {
  return normalizeContextKey(name);
}
