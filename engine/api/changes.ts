import type { Express, RequestHandler, Response } from 'express';
import type { ChangeEvent } from '../../definitions/model/views/change.ts';
import { ApiProblem, notSignedIn } from './api-problem.ts';
import type { ChangeHub } from './change-hub.ts';
import type { CallerOf } from './mount.ts';

export const HEARTBEAT_MS = 15_000;
const MOST_LISTENERS = 1_000;
/** What one connection may leave unread, in bytes; a slower reader is cut off and asks for everything when it is back. */
const MOST_UNREAD = 256 * 1024;

/**
 * GET /api/changes: server-sent events. `ready` once changes will be told (a page that comes back asks for all it
 * shows then; so a Last-Event-ID is not needed), `change` for each, a comment every 15 s.
 * @param closing when it is aborted, every connection ends so that the process can
 */
export function mountChanges(app: Express, hub: ChangeHub, callerOf: CallerOf, closing: AbortSignal): void {
  const stream: RequestHandler = async (request, response) => {
    if ((await callerOf(request)) === null) throw notSignedIn();
    if (hub.listeners >= MOST_LISTENERS || closing.aborted) {
      throw new ApiProblem('too busy', 'Too many pages listen for changes.', 'Try again in a moment.');
    }
    open(response);
    const stop = await hub.listen((change) => tell(response, change));
    if (response.destroyed) return stop();
    response.write('event: ready\ndata: {}\n\n');
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    const end = (): void => {
      response.end();
    };
    closing.addEventListener('abort', end, { once: true });
    response.once('close', () => {
      clearInterval(heartbeat);
      closing.removeEventListener('abort', end);
      stop();
    });
  };
  app.get('/api/changes', stream);
}

function open(response: Response): void {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
}

function tell(response: Response, change: ChangeEvent): void {
  if (response.writableLength > MOST_UNREAD) response.destroy();
  else response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
}
