import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { claimInStore, createApp } from '../../engine/api/app.ts';
import { createAuth } from '../../engine/api/auth.ts';
import { serveSampleDay } from '../../engine/api/sample-space.ts';
import { ensureFirstPerson, FIRST_PERSON } from '../../engine/local/first-people.ts';
import { ensureNamespace } from '../../engine/runs/namespace.ts';
import { besideAsSample, openSpace, type Space, type SpaceAddress } from '../../engine/runs/space.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { readEnvironment } from '../../workers/environment.ts';
import { workflowBundle } from '../../workers/host/bundle.ts';
import { startSampleWorker } from '../../workers/host/sample-worker.ts';
import { ask, dropDatabase, mongoUri, type Client } from './served.ts';

/** An installation with a sample day beside it, on the real servers, over HTTP. */
export interface SampleServed {
  readonly url: string;
  readonly own: Space;
  /** Where the sample day stands. */
  readonly sample: SpaceAddress;
  readonly crmFolder: string;
  readonly connection: Connection;
  /** Asks as whoever a new installation begins with. */
  readonly me: Client;
  readonly headers: { readonly [name: string]: string };
  close(): Promise<void>;
}

export interface SampleServedOptions {
  /** Story seconds per second. */
  readonly scale?: number;
  /** A worker carries the sample day's cases. */
  readonly withWorker?: boolean;
}

export async function serveWithSample({
  scale,
  withWorker = false,
}: SampleServedOptions = {}): Promise<SampleServed> {
  const suffix = randomBytes(5).toString('hex');
  const address: SpaceAddress = {
    mongodbUri: mongoUri(),
    database: `earshot_api_${suffix}`,
    temporalAddress: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233',
    namespace: 'earshot-test',
    taskQueue: `api-${suffix}`,
  };
  const sample = besideAsSample(address);
  const crmFolder = join(tmpdir(), `earshot-sample-crm-${suffix}`);
  const logger = pino({ level: process.env['EARSHOT_TEST_LOG'] ?? 'silent' }, pino.destination(2));
  const own = await openSpace(address, logger);
  await ensureFirstPerson(own.store);
  const contracts = shippedActivities.map((activity) => activity.contract);
  await own.store.catalogue.publish('test', contracts);
  const connection = Connection.lazy({ address: address.temporalAddress });
  await ensureNamespace(connection, sample.namespace);
  const auth = createAuth({ secret: randomBytes(32), claimOnce: claimInStore(own.store), now: Date.now });
  const common = { auth, logger, version: '0.0.0' };
  const day = serveSampleDay({
    store: own.store,
    address: sample,
    connection,
    logger,
    crmFolder,
    ...(scale !== undefined && { scale }),
    appOf: ({ store, runs, now }, control, closing) =>
      createApp({ ...common, store, runs, now, closing, sampleDay: { control, isHere: true } }),
  });
  const app = createApp({
    ...common,
    store: own.store,
    runs: own.runs,
    sampleDay: { control: day.control, isHere: false },
    underSample: day.handler,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  const worker = withWorker ? await carry(own, sample, crmFolder) : null;
  const headers = {
    authorization: `Bearer ${auth.bearerFor(FIRST_PERSON.id)}`,
    'content-type': 'application/json',
  };
  return {
    url,
    own,
    sample,
    crmFolder,
    connection,
    headers,
    me: {
      get: (path) => ask(`${url}${path}`, { headers }),
      send: (method, path, body) => ask(`${url}${path}`, { method, headers, body: JSON.stringify(body) }),
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all([day.stop(), worker?.stop()]);
      await own.close();
      await connection.close();
      await dropDatabase(address.database);
      await dropDatabase(sample.database);
    },
  };
}

async function carry(
  { store }: Space,
  address: SpaceAddress,
  crmFolder: string,
): Promise<{ stop(): Promise<void> }> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { console: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
  });
  const { bundle, buildId } = await workflowBundle();
  const connection = await NativeConnection.connect({ address: address.temporalAddress });
  const worker = startSampleWorker({
    store,
    address,
    connection,
    environment: readEnvironment({ MONGODB_URI: address.mongodbUri, EARSHOT_SAMPLE_CRM: crmFolder }),
    bundle,
    buildId,
    identity: 'test',
    logger: pino({ level: 'silent' }),
  });
  return {
    async stop() {
      await worker.stop();
      await connection.close();
    },
  };
}
