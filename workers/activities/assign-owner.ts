import { z } from 'zod';
import type { Person, Team } from '../../definitions/model/people.ts';
import type { Store } from '../../engine/store/store.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { caseOfCall } from './case-of-call.ts';
import { levelOf } from './ladder.ts';
import { OwnerSchema, type Owner } from './owner.ts';

/** The team that owns what no other team is there for; made when an installation has no team at all. */
const CARE_DESK: Team = {
  id: 'care-desk',
  name: 'Care desk',
  region: null,
  skills: ['care'],
  lead: null,
  hours: null,
};

/** Gives the case to the team of the region that has the skill, and there to whoever has least open work. */
export const assignOwner = defineActivity({
  name: 'assignOwner',
  title: 'Give it an owner',
  description:
    'The team with the skill, of the region if there is one; in it the person with the least open work.',
  icon: 'user-check',
  input: z.strictObject({
    skill: z.string().nullish().describe('What the owner must know, as teams name their skills'),
    region: z.string().nullish(),
    keep: z.boolean().nullish().describe('An owner that the case has stays'),
  }),
  output: OwnerSchema,
  effect: 'own',
  errors: ['unknown case'],
  async run({ skill, region, keep }, context): Promise<Owner> {
    const { store, call } = context;
    const { owner } = await caseOfCall(context);
    if (keep === true && owner.team !== null) {
      return { ...owner, level: await levelOf(store, owner) };
    }
    const team =
      bestTeam(await store.teams.list(), skill ?? 'care', region ?? null) ?? (await careDesk(store));
    const [people, loads] = await Promise.all([
      store.people.list({ team: team.id }),
      store.people.loads(team.id),
    ]);
    const person = leastBusy(people, loads, skill ?? 'care', region ?? null);
    await store.cases.assign(call.caseId, { team: team.id, person: person?.id ?? null });
    return { team: team.id, person: person?.id ?? null, level: person === null ? 'team' : 'person' };
  },
});

/** Skill counts before region; a team of another region comes after one of none. Of equals the first by id. */
function bestTeam(teams: readonly Team[], skill: string, region: string | null): Team | null {
  const score = (team: Team): number => {
    const skilled = team.skills.includes(skill) ? 8 : team.skills.includes('care') ? 4 : 0;
    return skilled + nearness(team.region, region);
  };
  return [...teams].sort((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Those with the skill first, then of the region, then with the least open work. A lead stays free for the ladder. */
function leastBusy(
  people: readonly Person[],
  loads: ReadonlyMap<string, number>,
  skill: string,
  region: string | null,
): Person | null {
  const active = people.filter((person) => person.active);
  const agents = active.filter((person) => !person.roles.includes('lead'));
  const score = (person: Person): number =>
    (person.skills.includes(skill) ? 4 : 0) + nearness(person.region, region);
  const busy = (person: Person): number => loads.get(person.id) ?? 0;
  const ranked = [...(agents.length > 0 ? agents : active)].sort(
    (a, b) => score(b) - score(a) || busy(a) - busy(b) || (a.id < b.id ? -1 : 1),
  );
  return ranked[0] ?? null;
}

function nearness(theirs: string | null, wanted: string | null): number {
  if (theirs === null) return 1;
  return theirs === wanted ? 2 : 0;
}

async function careDesk(store: Store): Promise<Team> {
  await store.teams.upsert(CARE_DESK);
  return CARE_DESK;
}
