import type { LeadingOn } from '../../runs/lead-run-on.ts';
import type { CastPerson } from '../cast.schema.ts';

/** A colleague of the story, as runs are told of who acts. */
export function actorOf({ id, team, roles }: CastPerson): LeadingOn['actor'] {
  return { person: id, teams: [team], roles };
}
