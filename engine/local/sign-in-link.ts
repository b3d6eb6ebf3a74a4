import { readFileSync } from 'node:fs';
import { createAuth } from '../api/auth.ts';
import type { Auth } from '../api/auth.ts';
import type { HomeFolder } from './folders.ts';

/** Signs tokens with this data folder's secret. Links are redeemed by the API alone, never here. */
export function localAuth(home: HomeFolder): Auth {
  return createAuth({
    secret: readFileSync(home.secretFile),
    now: Date.now,
    claimOnce: () => Promise.reject(new Error('Only the API redeems links.')),
  });
}

/** A link that signs this person in: good once, for ten minutes. */
export function signInLink(home: HomeFolder, url: string, person: string): string {
  const link = new URL('/sign-in', url);
  link.searchParams.set('token', localAuth(home).linkFor(person));
  return link.href;
}
