import type { PersonView, TeamView } from '../../definitions/model/views/people.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { personView, readDirectory, teamView } from './directory.ts';
import {
  PersonBodySchema,
  PersonParams,
  PersonViewSchema,
  TeamBodySchema,
  TeamParams,
  TeamViewSchema,
} from './people.schema.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';

export function peopleRoutes({ store }: Deps): readonly Route[] {
  return [
    defineRoute({
      id: 'listPeople',
      summary: 'Colleagues, by name',
      method: 'get',
      path: '/api/people',
      access: 'signed in',
      answer: PersonViewSchema.array(),
      async handle(): Promise<readonly PersonView[]> {
        const directory = await readDirectory(store);
        return directory.people.map((person) => personView(person, directory));
      },
    }),
    defineRoute({
      id: 'putPerson',
      summary: 'Adds a colleague or changes what is known of one',
      method: 'put',
      path: '/api/people/:id',
      access: ['admin'],
      params: PersonParams,
      body: PersonBodySchema,
      answer: PersonViewSchema,
      async handle({ params, body, caller }): Promise<PersonView> {
        if (params.id === 'me') throw illFormed('id', "'me' stands for whoever asks.");
        const known = await readDirectory(store);
        if (!known.teams.some(({ id }) => id === body.team))
          throw illFormed('team', 'There is no such team.');
        refuseUnknownLead(body.lead, known.people, params.id);
        const person = { id: params.id, ...body };
        await store.people.upsert(person);
        await store.audit.record({ who: caller.person.id, act: 'changed a person', subject: params.id });
        return personView(person, await readDirectory(store));
      },
    }),
    defineRoute({
      id: 'listTeams',
      summary: 'Teams, by name',
      method: 'get',
      path: '/api/teams',
      access: 'signed in',
      answer: TeamViewSchema.array(),
      async handle(): Promise<readonly TeamView[]> {
        const directory = await readDirectory(store);
        return directory.teams.map((team) => teamView(team, directory));
      },
    }),
    defineRoute({
      id: 'putTeam',
      summary: 'Adds a team or changes what is known of one',
      method: 'put',
      path: '/api/teams/:id',
      access: ['admin'],
      params: TeamParams,
      body: TeamBodySchema,
      answer: TeamViewSchema,
      async handle({ params, body, caller }): Promise<TeamView> {
        if (params.id === 'mine') throw illFormed('id', "'mine' stands for the team of whoever asks.");
        refuseUnknownLead(body.lead, (await readDirectory(store)).people, null);
        const team = { id: params.id, ...body };
        await store.teams.upsert(team);
        await store.audit.record({ who: caller.person.id, act: 'changed a team', subject: params.id });
        return teamView(team, await readDirectory(store));
      },
    }),
  ];
}

function refuseUnknownLead(
  lead: string | null,
  people: readonly { readonly id: string }[],
  self: string | null,
): void {
  if (lead === null) return;
  if (lead === self) throw illFormed('lead', 'Nobody is asked in their own place.');
  if (!people.some(({ id }) => id === lead)) throw illFormed('lead', 'There is no such person.');
}

function illFormed(field: string, reason: string): ApiProblem {
  return new ApiProblem('ill-formed', 'This cannot be kept.', 'Correct the field named in errors.', {
    errors: [{ field, reason }],
  });
}
