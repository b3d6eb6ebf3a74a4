import type { Person, Role } from '../../definitions/model/people.ts';
import type { Actor } from '../workflows/messages.ts';
import { ApiProblem } from './api-problem.ts';

/** Who sends a request. */
export interface Caller {
  readonly person: Person;
  /** The same, as runs are told of it: ids alone. */
  readonly actor: Actor;
  /** Who signed in: the same, unless an admin works as somebody else. */
  readonly self: Person;
  readonly mayWorkAs: boolean;
}

/** The one who acts. */
export function callerFor(person: Person): Pick<Caller, 'person' | 'actor'> {
  return { person, actor: { person: person.id, teams: [person.team], roles: person.roles } };
}

/** Whether the caller has one of the roles; an admin has all. */
export function hasRole(caller: Caller, roles: readonly Role[]): boolean {
  return caller.person.roles.some((role) => role === 'admin' || roles.includes(role));
}

/** Throws ApiProblem 'not allowed' unless the caller has one of the roles. */
export function requireRole(caller: Caller, roles: readonly Role[]): void {
  if (hasRole(caller, roles)) return;
  throw new ApiProblem(
    'not allowed',
    `This needs the role ${roles.join(' or ')}.`,
    'Ask somebody who has it, or have an admin give it to you under People.',
  );
}

/** In a filter, 'me' stands for whoever asks. */
export function meOr(person: string, caller: Caller): string {
  return person === 'me' ? caller.person.id : person;
}
