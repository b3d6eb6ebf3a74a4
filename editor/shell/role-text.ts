import type { PersonView } from '../../definitions/model/views/people.ts';
import { words } from './words.ts';

const ALL_ROLES = Object.keys(words.roles).length;

/** What a colleague works as, in words; '' for who has no role. */
export function roleText({ roles }: Pick<PersonView, 'roles'>): string {
  if (roles.length === ALL_ROLES) return words.nav.allRoles;
  return roles.map((role) => words.roles[role]).join(', ');
}
