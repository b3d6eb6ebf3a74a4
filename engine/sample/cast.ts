import type { Person, Team } from '../../definitions/model/people.ts';
import type { WorkingHours } from '../../definitions/model/working-hours.ts';
import type { CastPerson } from './cast.schema.ts';
import type { Story } from './story.ts';

/** The story's teams, with hours by a clock of this offset ('-05:00'). */
export function teamsOf({ teams }: Story, offset: string): readonly Team[] {
  return teams.map(({ open, ...team }) => ({ ...team, hours: { offset, open } }));
}

/** The story's colleagues, with hours by a clock of this offset. */
export function peopleOf({ people }: Story, offset: string): readonly Person[] {
  return people.map(({ open, ...person }) => ({
    ...person,
    active: true,
    hours: open === undefined ? null : { offset, open },
  }));
}

/** When a colleague works: their own hours, or else those of their team. */
export function hoursOf(story: Story, person: CastPerson, offset: string): WorkingHours {
  const open = person.open ?? story.teams.find((team) => team.id === person.team)?.open ?? [];
  return { offset, open };
}
