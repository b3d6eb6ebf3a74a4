import type { Request } from 'express';
import type { Person } from '../../definitions/model/people.ts';
import type { Auth } from './auth.ts';
import { callerFor } from './caller.ts';
import { cookieOf, SESSION_COOKIE } from './cookies.ts';
import type { CallerOf } from './mount.ts';
import type { Store } from '../store/store.ts';

/**
 * Who sends a request, by its session cookie or its bearer token. Somebody who left is nobody.
 * @param workAsCookie where it may say as whom an admin works; null: nobody may
 */
export function callerBy(auth: Auth, store: Store, workAsCookie: string | null): CallerOf {
  return async (request) => {
    const token = tokenOf(request);
    const self = token === null ? null : await active(store, auth.personOf(token));
    if (self === null) return null;
    const mayWorkAs = workAsCookie !== null && self.roles.includes('admin');
    const chosen = mayWorkAs ? cookieOf(request.get('cookie'), workAsCookie) : null;
    const other = chosen === null ? null : await active(store, decoded(chosen));
    return other === null || other.id === self.id
      ? { ...callerFor(self), self, mayWorkAs }
      : { ...callerFor(other), self, mayWorkAs };
  };
}

async function active(store: Store, id: string | null): Promise<Person | null> {
  const person = id === null ? null : await store.people.find(id);
  return person?.active === true ? person : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function tokenOf(request: Request): string | null {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined) return token;
  return cookieOf(request.get('cookie'), SESSION_COOKIE);
}
