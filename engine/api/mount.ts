import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ApiProblem, notSignedIn } from './api-problem.ts';
import { requireRole } from './caller.ts';
import type { Caller } from './caller.ts';
import type { Route } from './route.ts';

const BODY_LIMIT = 256 * 1024;
const FOREVER = 'public, max-age=31536000, immutable';

/** Answers who sends a request: null for nobody. */
export type CallerOf = (request: Request) => Promise<Caller | null>;

/** Puts a route on the app: who is calling, may they, is the body ours, then the handler, then JSON. */
export function mount(app: express.Express, route: Route, callerOf: CallerOf): void {
  const callers = new WeakMap<Request, Caller>();
  const admit: RequestHandler = async (request, _response, next) => {
    if (route.access !== 'open') {
      const caller = await callerOf(request);
      if (caller === null) throw notSignedIn();
      if (route.access !== 'signed in') requireRole(caller, route.access);
      callers.set(request, caller);
    }
    if (route.method !== 'get') refuseForeignWrite(request, route.schemas.body !== null);
    next();
  };
  const answer = async (request: Request, response: Response): Promise<void> => {
    const { params, query } = request;
    const body: unknown = request.body;
    const result = await route.handle({ params, query, body, caller: callers.get(request) ?? null });
    if (route.immutable) response.set('cache-control', FOREVER);
    if (route.schemas.answer === null) response.status(route.status ?? 204).end();
    else response.status(isHeld(route, result) ? 202 : (route.status ?? 200)).json(result);
  };
  const json = express.json({ limit: route.bodyLimit ?? BODY_LIMIT });
  app[route.method](route.path, admit, json, (request: Request, response: Response, next: NextFunction) => {
    answer(request, response).catch(next);
  });
}

/** Whether the answer says that what was asked for waits. */
function isHeld({ schemas: { held } }: Route, result: unknown): boolean {
  return held !== null && typeof result === 'object' && result !== null && 'held' in result;
}

/**
 * A page of another site can send a form here, but neither JSON nor a header of ours: so a write needs one of them.
 * (The cookie is SameSite=Strict as well.)
 */
export function refuseForeignWrite(request: Request, hasBody: boolean): void {
  const isJson = request.is('json') !== false && request.is('json') !== null;
  if (isJson || (!hasBody && request.get('x-earshot') === '1')) return;
  throw new ApiProblem(
    'unknown media type',
    hasBody ? 'This address takes a JSON body.' : 'This address takes a JSON body or the header x-earshot.',
    'Send content-type: application/json; a request without a body may send x-earshot: 1 instead.',
  );
}
