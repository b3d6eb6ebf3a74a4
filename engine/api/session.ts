import type { Session } from '../../definitions/model/views/session.ts';
import type { Deps } from './deps.ts';
import { personView, readDirectory } from './directory.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { SessionSchema } from './session.schema.ts';

export function sessionRoutes({ store, version, sampleDay }: Deps): readonly Route[] {
  return [
    defineRoute<Session>({
      id: 'readSession',
      summary: 'Who is signed in',
      method: 'get',
      path: '/api/session',
      access: 'signed in',
      answer: SessionSchema,
      async handle({ caller }) {
        const { person, self, mayWorkAs } = caller;
        const directory = await readDirectory(store);
        return {
          person: personView(person, directory),
          signedInAs: self.id === person.id ? null : personView(self, directory),
          mayWorkAs,
          sampleDay: await standingOf(sampleDay),
          version,
        };
      },
    }),
  ];
}

async function standingOf(part: Deps['sampleDay']): Promise<Session['sampleDay']> {
  if (part === null) return null;
  if (part.isHere) return 'here';
  return (await part.control.read()) === null ? 'offered' : 'on';
}
