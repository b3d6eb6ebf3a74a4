import type { Session } from '../../definitions/model/views/session.ts';
import type { Deps } from './deps.ts';
import { personView, readDirectory } from './directory.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { SessionSchema } from './session.schema.ts';

export function sessionRoutes({ store, version }: Deps): readonly Route[] {
  return [
    defineRoute<Session>({
      id: 'readSession',
      summary: 'Who is signed in',
      method: 'get',
      path: '/api/session',
      access: 'signed in',
      answer: SessionSchema,
      async handle({ caller }) {
        return { person: personView(caller.person, await readDirectory(store)), version };
      },
    }),
  ];
}
