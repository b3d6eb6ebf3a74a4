import type { Named } from '../../definitions/model/views/page.ts';
import type { PersonView, TeamView } from '../../definitions/model/views/people.ts';
import type { Person, Team } from '../../definitions/model/people.ts';
import type { Store } from '../store/store.ts';

/** Names of colleagues and teams, as of one request. */
export interface Directory {
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** Null for null; somebody unknown is named by nothing. */
  person(id: string): Named;
  personOrNull(id: string | null): Named | null;
  team(id: string): Named;
  teamOrNull(id: string | null): Named | null;
}

export async function readDirectory(store: Store): Promise<Directory> {
  const [people, teams] = await Promise.all([store.people.list({ inactiveToo: true }), store.teams.list()]);
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const person = (id: string): Named => ({ id, name: personNames.get(id) ?? '' });
  const team = (id: string): Named => ({ id, name: teamNames.get(id) ?? '' });
  return {
    people,
    teams,
    person,
    team,
    personOrNull: (id) => (id === null ? null : person(id)),
    teamOrNull: (id) => (id === null ? null : team(id)),
  };
}

export function personView(person: Person, directory: Directory): PersonView {
  return { ...person, team: directory.team(person.team), lead: directory.personOrNull(person.lead) };
}

export function teamView(team: Team, directory: Directory): TeamView {
  const members = directory.people.filter((person) => person.active && person.team === team.id).length;
  return { ...team, lead: directory.personOrNull(team.lead), members };
}
