import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { pino } from 'pino';
import type { Person, Role } from '../../definitions/model/people.ts';
import { claimInStore, createApp } from '../../engine/api/app.ts';
import { createAuth } from '../../engine/api/auth.ts';
import type { Auth } from '../../engine/api/auth.ts';
import type { TemporalUi } from '../../engine/api/temporal-link.ts';
import { connectRuns } from '../../engine/runs/connect.ts';
import type { Runs } from '../../engine/runs/runs.ts';
import { openStore } from '../../engine/store/store.ts';
import type { Store } from '../../engine/store/store.ts';

/** What came back: status, headers and the body, parsed when it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The API on a port of its own, over a real store and real runs. */
export interface Served {
  readonly url: string;
  readonly store: Store;
  readonly runs: Runs;
  readonly auth: Auth;
  /** What was logged, line by line. */
  readonly log: readonly string[];
  /** Moves the API's clock; milliseconds. */
  advance(ms: number): void;
  /** Asks as one of the people; null as nobody. */
  as(person: string | null): Client;
  close(): Promise<void>;
}
export interface Client {
  get(path: string): Promise<Answer>;
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer>;
}

const person = (id: string, roles: readonly Role[], team = 'north'): Person => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  team,
  region: null,
  skills: [],
  roles,
  lead: id === 'anna' ? null : 'anna',
  active: true,
  hours: null,
});
/** Anna leads and may everything; Bob is an agent beside her, Sue an agent elsewhere, Max has left. */
export const PEOPLE: readonly Person[] = [
  person('anna', ['admin', 'lead', 'agent']),
  person('bob', ['agent']),
  person('sue', ['agent'], 'south'),
  person('aldo', ['auditor']),
  { ...person('max', ['agent']), active: false },
];

export interface ServeOptions {
  /** A store and runs that somebody else opened and will close. */
  readonly on?: { readonly store: Store; readonly runs: Runs };
  readonly pagesDir?: string;
  readonly temporalUi?: TemporalUi;
  readonly logs?: string;
  /** Whoever publishes needs the approval of another person. */
  readonly needsApproval?: boolean;
}

export async function serve(options: ServeOptions = {}): Promise<Served> {
  const suffix = randomBytes(5).toString('hex');
  const database = `earshot_api_${suffix}`;
  const store = options.on?.store ?? (await openStore({ uri: mongoUri(), database }));
  const runs = options.on?.runs ?? (await connectRuns({ ...temporal(), taskQueue: `api-${suffix}`, store }));
  const team = { region: null, skills: [], hours: null };
  await store.teams.upsert({ ...team, id: 'north', name: 'North', lead: 'anna' });
  await store.teams.upsert({ ...team, id: 'south', name: 'South', lead: null });
  for (const one of PEOPLE) await store.people.upsert(one);

  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const log: string[] = [];
  const auth = createAuth({ secret: randomBytes(32), claimOnce: claimInStore(store), now });
  const closing = new AbortController();
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const pages = options.pagesDir === undefined ? {} : { pagesDir: options.pagesDir };
  const app = createApp({
    store,
    runs,
    auth,
    logger,
    version: '0.0.0',
    now,
    closing: closing.signal,
    ...pages,
    needsApproval: options.needsApproval ?? false,
    ...(options.temporalUi === undefined ? {} : { temporalUi: options.temporalUi }),
    ...(options.logs === undefined ? {} : { logs: options.logs }),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;

  return {
    url,
    store,
    runs,
    auth,
    log,
    advance(ms) {
      ahead += ms;
    },
    as(id) {
      const token: Record<string, string> =
        id === null ? {} : { authorization: `Bearer ${auth.bearerFor(id)}` };
      return {
        get: (path) => ask(`${url}${path}`, { headers: token }),
        send: (method, path, body) =>
          ask(`${url}${path}`, {
            method,
            headers: { ...token, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
      };
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (options.on !== undefined) return;
      await runs.close();
      await store.close();
      await dropDatabase(database);
    },
  };
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export async function dropDatabase(database: string): Promise<void> {
  const connection = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

export function mongoUri(): string {
  return process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:27017/?replicaSet=rs0';
}

function temporal(): { readonly address: string; readonly namespace: string } {
  return { address: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233', namespace: 'earshot-test' };
}
