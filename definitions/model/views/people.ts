/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/people | | PersonView[] |
 * | PUT  /api/people/:id | Person without id | PersonView |
 * | GET  /api/teams | | TeamView[] |
 * | PUT  /api/teams/:id | Team without id | TeamView |
 */
import type { Person, Team } from '../people.ts';
import type { Named } from './page.ts';

export type PersonView = Omit<Person, 'team' | 'lead'> & {
  readonly team: Named;
  readonly lead: Named | null;
};

export type TeamView = Omit<Team, 'lead'> & { readonly lead: Named | null; readonly members: number };
