import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { freshStore, mongoUri, type Fresh } from './fresh-store.ts';

const PROGRAM = fileURLToPath(new URL('./capture-until-killed.ts', import.meta.url));

it(
  'a process killed while it captures leaves nothing half and loses nothing that it acknowledged',
  { timeout: 240_000 },
  async () => {
    const fresh = await freshStore();
    for (const afterBatches of [1, 3]) {
      const acknowledged = await captureUntil(fresh, afterBatches);
      await expectWhole(fresh, acknowledged);
    }
    await fresh.dispose();
  },
);

/** Kills the program some random moment after it said so many batches; answers how many it acknowledged. */
async function captureUntil(fresh: Fresh, batches: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, fresh.database, mongoUri()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = -1;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    last = Number(line);
    if (last + 1 === batches) setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(last + 1).toBeGreaterThanOrEqual(batches);
  return last + 1;
}

async function expectWhole(fresh: Fresh, acknowledged: number): Promise<void> {
  const connection = await mongoose.createConnection(mongoUri(), { dbName: fresh.database }).asPromise();
  const all = (name: string) => connection.collection(name).find().toArray();
  const [mentions, cases, conversations, arrivals, profiles] = await Promise.all(
    ['mentions', 'cases', 'conversations', 'arrivals', 'profiles'].map(all),
  );
  await connection.close();
  expect(mentions?.length).toBeGreaterThanOrEqual(acknowledged * 40);
  expect((mentions?.length ?? 0) % 40).toBe(0);
  expect(cases).toHaveLength(8);
  expect(conversations).toHaveLength(8);
  expect(arrivals).toHaveLength(mentions?.length ?? 0);
  const known = new Set(profiles?.map((profile) => String(profile._id)));
  expect(mentions?.every((mention) => known.has(mention['profileId']))).toBe(true);
  for (const each of cases ?? []) {
    const own = (arrivals ?? [])
      .filter((arrival) => arrival['caseId'] === String(each._id))
      .map((arrival) => Number(arrival['seq']));
    expect(own.sort((a, b) => a - b)).toEqual(own.map((_, n) => n + 1));
    expect(each['lastSeq']).toBe(own.length);
  }
}
