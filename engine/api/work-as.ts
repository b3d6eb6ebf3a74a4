import express, { type CookieOptions, type Express, type RequestHandler } from 'express';
import { ApiProblem, notSignedIn } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { refuseForeignWrite, type CallerOf } from './mount.ts';
import { parseAs } from './parse.ts';
import { WorkAsSchema } from './session.schema.ts';

const COOKIE: CookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' };

/**
 * POST /api/work-as: from now on this browser acts as that person, or as whoever signed in (null). Each act records
 * who it was done as. For an admin of a local installation, who is everybody there.
 */
export function mountWorkAs(app: Express, { store }: Deps, callerOf: CallerOf, cookie: string): void {
  const choose: RequestHandler = async (request, response) => {
    const caller = await callerOf(request);
    if (caller === null) throw notSignedIn();
    refuseForeignWrite(request, true);
    if (!caller.mayWorkAs)
      throw new ApiProblem('not allowed', 'You cannot work as somebody else here.', 'Ask an admin to.');
    const { person: id } = parseAs(WorkAsSchema, request.body, 'body');
    if (id === null || id === caller.self.id) {
      response.clearCookie(cookie, COOKIE).status(204).end();
      return;
    }
    const person = await store.people.find(id);
    if (person?.active !== true)
      throw new ApiProblem('not found', 'There is no such colleague.', 'Choose one from the list of people.');
    response.cookie(cookie, person.id, COOKIE).status(204).end();
  };
  app.post('/api/work-as', express.json({ limit: 1_000 }), choose);
}
