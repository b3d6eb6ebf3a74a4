import type { Request } from 'express';
import type { Auth } from './auth.ts';
import { callerFor } from './caller.ts';
import { cookieOf, SESSION_COOKIE } from './cookies.ts';
import type { CallerOf } from './mount.ts';
import type { Store } from '../store/store.ts';

/** Who sends a request, by its session cookie or its bearer token. Somebody who left is nobody. */
export function callerBy(auth: Auth, store: Store): CallerOf {
  return async (request) => {
    const token = tokenOf(request);
    const id = token === null ? null : auth.personOf(token);
    const person = id === null ? null : await store.people.find(id);
    return person?.active === true ? callerFor(person) : null;
  };
}

function tokenOf(request: Request): string | null {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined) return token;
  return cookieOf(request.get('cookie'), SESSION_COOKIE);
}
