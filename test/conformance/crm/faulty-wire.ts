import type { Server } from 'node:http';
import express, { type Express, type RequestHandler, type Response } from 'express';
import type { Fault } from './crm-under-test.ts';

/** What of an answer the other side gets wrong, for the faults that are seen in its shape. */
export type Spoil = (fault: Fault, body: unknown) => unknown;

export interface FaultyServer {
  readonly url: string;
  fail(fault: Fault | null): void;
  mostAtOnce(): number;
  stop(): Promise<void>;
}

/** What must stand in no sentence of ours. */
const SPILT = 'Ana Ruiz <ana.ruiz@example.com>, 44170092';

/** Serves the app on a port of its own, behind a wire that breaks as it is told to. */
export async function serveFaulty(routes: (app: Express) => void, spoil: Spoil): Promise<FaultyServer> {
  let fault: Fault | null = null;
  let inside = 0;
  let most = 0;
  const app = express();
  const count: RequestHandler = (_request, response, next) => {
    inside += 1;
    most = Math.max(most, inside);
    response.on('close', () => (inside -= 1));
    next();
  };
  const breakIt: RequestHandler = (request, response, next) => {
    switch (fault) {
      case null:
        return next();
      case 'html':
        return void response.type('html').send(`<!doctype html><title>Sign in</title><p>${SPILT}</p>`);
      case 'hang':
        return;
      case 'connection closed':
        return void request.socket.destroy();
      case 'slow':
        return void setTimeout(next, 100);
      case 'broken':
        return void response.status(500).json({ error: `no such row: ${SPILT}` });
      case 'key refused':
        return void response.status(401).json({ error: SPILT });
      case 'throttled for a moment':
        fault = null;
        return void response.status(429).set('retry-after', '1').json({});
      case 'throttled for long':
        return void response.status(429).set('retry-after', '3600').json({});
      case 'half a page':
        sendInstead(response, (body) => JSON.stringify(body).slice(0, -20));
        return next();
      default: {
        const now = fault;
        sendInstead(response, (body) => JSON.stringify(spoil(now, body)));
        return next();
      }
    }
  };
  app.use(count, breakIt, express.json({ limit: '1mb' }));
  routes(app);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the other side has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    fail: (next) => (fault = next),
    mostAtOnce: () => most,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendInstead(response: Response, write: (body: unknown) => string): void {
  response.json = (body) => response.type('json').send(write(body));
}
