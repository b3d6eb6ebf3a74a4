import type { Person, Team } from '../../definitions/model/people.ts';
import type { Store } from '../store/store.ts';

/** Who signs in on a new installation, may do everything, and stands at the top of the ladder. */
export const FIRST_PERSON = {
  id: 'first-person',
  name: 'You',
  team: 'care-desk',
  region: null,
  skills: [],
  roles: ['agent', 'lead', 'analyst', 'engineer', 'auditor', 'admin'],
  lead: null,
  active: true,
  hours: null,
} as const satisfies Person;

/** Owns what no other team is there for. */
const FIRST_TEAM = {
  id: 'care-desk',
  name: 'Care desk',
  region: null,
  skills: ['care'],
  lead: FIRST_PERSON.id,
  hours: null,
} as const satisfies Team;

/** A new installation gets one team and one person; one that knows anybody already is left as it is. */
export async function ensureFirstPerson(store: Store): Promise<void> {
  if ((await store.people.find(FIRST_PERSON.id)) !== null) return;
  if (!(await store.teams.list()).some((team) => team.id === FIRST_TEAM.id))
    await store.teams.upsert(FIRST_TEAM);
  await store.people.upsert(FIRST_PERSON);
}
