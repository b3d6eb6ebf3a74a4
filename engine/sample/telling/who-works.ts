import { nextOpen } from '../../../definitions/model/open-intervals.ts';
import type { WorkingHours } from '../../../definitions/model/working-hours.ts';
import type { CastPerson } from '../cast.schema.ts';
import { hoursOf, teamsOf } from '../cast.ts';
import type { Story } from '../story.ts';
import type { Told } from './told.ts';

/** When anybody of a team is there; a team that the story does not know is there day and night. */
export function teamHours({ story, morning }: Told, team: string | null): WorkingHours {
  const { offset } = morning;
  const day = [
    { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const, from: '00:00', to: '24:00' },
  ];
  const hours = teamsOf(story, offset).find(({ id }) => id === team)?.hours ?? null;
  return hours ?? { offset, open: day };
}

export function personOf({ people }: Story, id: string | null): CastPerson | undefined {
  return people.find((person) => person.id === id);
}

/** Those of the colleagues who work at that instant of the story. */
export function working(told: Told, people: readonly CastPerson[], at: number): readonly CastPerson[] {
  const { story, morning } = told;
  return people.filter((person) => nextOpen(hoursOf(story, person, morning.offset), at) === at);
}

/** Who answers for an owner: themselves if they work then, else a colleague of the team, an agent before a lead. */
export function answerer(
  told: Told,
  owner: { readonly team: string | null; readonly person: string | null },
  at: number,
): CastPerson | undefined {
  const own = personOf(told.story, owner.person);
  const colleagues = told.story.people.filter(({ team }) => team === (owner.team ?? own?.team));
  const there = working(told, own === undefined ? colleagues : [own, ...colleagues], at);
  const isLead = ({ roles }: CastPerson): boolean => roles.includes('lead');
  return there.find((person) => person === own) ?? there.find((person) => !isLead(person)) ?? there[0];
}

/** A lead who signs what `answeredBy` wrote: their own, else of the case's team, else any; never they themselves. */
export function signer(
  told: Told,
  team: string | null,
  answeredBy: string | null,
  at: number,
): CastPerson | undefined {
  const { story } = told;
  const leads = story.people.filter(({ id, roles }) => roles.includes('lead') && id !== answeredBy);
  const nearness = (lead: CastPerson): number =>
    lead.id === personOf(story, answeredBy)?.lead ? 0 : lead.team === team ? 1 : 2;
  return [...working(told, leads, at)].sort((a, b) => nearness(a) - nearness(b))[0];
}
