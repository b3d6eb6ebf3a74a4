/**
 * `npm run -s bench:capture -- --json`: mentions accepted a second over HTTP in batches of 100, with all that the
 * store makes of them, and, alternating in the same run, what the database takes by a bare insertMany of documents of
 * that size. Temporal is left out: capture does not wait for it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { z } from 'zod';
import { createAuth } from '../../engine/api/auth.ts';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import { openStore } from '../../engine/store/store.ts';
import { BATCH, freshBatches, mentionsPerSecond } from './capture/batches.ts';
import { startScript } from './capture/child-line.ts';

const ROUNDS = 5;
const BATCHES = 40;
const AT_ONCE = 4;
const PERSON = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'earshot-capture-'));
const secret = randomBytes(32);
writeFileSync(join(folder, 'secret'), secret);
const database = `earshot_bench_${randomBytes(5).toString('hex')}`;

const servers = await startScript('engine/local/servers-main.ts');
const { mongodbUri } = z.object({ mongodbUri: z.string() }).parse(servers.said);
const store = await openStore({ uri: mongodbUri, database });
await store.teams.upsert({ id: 'care', name: 'Care', region: null, skills: [], lead: null, hours: null });
await store.people.upsert({
  id: PERSON,
  name: 'Bench',
  team: 'care',
  region: null,
  skills: [],
  roles: ['agent'],
  lead: null,
  active: true,
  hours: null,
});
const scratch = await mongoose.createConnection(mongodbUri, { dbName: database, w: 'majority' }).asPromise();
const bare = scratch.collection('bare');
await bare.createIndex({ channel: 1, externalId: 1 }, { unique: true });
const api = await startScript('engine/api/main.ts', {
  MONGODB_URI: mongodbUri,
  EARSHOT_DATABASE: database,
  EARSHOT_SECRET_FILE: join(folder, 'secret'),
  EARSHOT_PORT: '0',
  // Nothing listens there.
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  EARSHOT_LOG_LEVEL: 'silent',
});
const { listening } = z.object({ listening: z.url() }).parse(api.said);
const bearer = createAuth({ secret, now: Date.now, claimOnce: () => Promise.resolve(false) }).bearerFor(
  PERSON,
);

async function post(body: string): Promise<void> {
  const response = await fetch(`${listening}/api/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body,
  });
  const { verdicts } = CaptureAnswerSchema.parse(await response.json());
  const captured = verdicts.filter(({ status }) => status === 'captured').length;
  if (captured !== BATCH) throw new Error(`${captured} of ${BATCH} were captured`);
}

const overHttp = (): Promise<number> => {
  const bodies = freshBatches(BATCHES).map((mentions) => JSON.stringify({ mentions }));
  return mentionsPerSecond(bodies, AT_ONCE, post);
};
const byInsertMany = (): Promise<number> =>
  mentionsPerSecond(freshBatches(BATCHES), AT_ONCE, async (batch) => {
    await bare.insertMany(batch.map((mention) => ({ ...mention })));
  });
const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

try {
  await post(JSON.stringify({ mentions: freshBatches(1)[0] }));
  const rounds: { httpPerSecond: number; insertManyPerSecond: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const httpPerSecond = Math.round(await overHttp());
    const insertManyPerSecond = Math.round(await byInsertMany());
    rounds.push({ httpPerSecond, insertManyPerSecond, ratio: httpPerSecond / insertManyPerSecond });
  }
  const result = {
    httpPerSecond: median(rounds.map((round) => round.httpPerSecond)),
    insertManyPerSecond: median(rounds.map((round) => round.insertManyPerSecond)),
    ratio: median(rounds.map((round) => round.ratio)),
    rounds,
  };
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify(result)}\n`
      : `${result.httpPerSecond} mentions/s over HTTP, ${result.insertManyPerSecond}/s by insertMany, ratio ${result.ratio.toFixed(2)}\n`,
  );
} finally {
  await api.stop();
  await scratch.dropDatabase();
  await scratch.close();
  await store.close();
  await servers.stop();
  rmSync(folder, { recursive: true });
}
