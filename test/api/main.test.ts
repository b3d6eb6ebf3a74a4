import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, dropDatabase, mongoUri } from './served.ts';

const database = `earshot_main_${randomBytes(5).toString('hex')}`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-main-'));
  writeFileSync(join(folder, 'secret'), randomBytes(32));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(database);
});

interface Life {
  readonly child: ChildProcess;
  readonly said: Promise<string>;
  readonly ended: Promise<{ code: number | null; error: string }>;
}

function start(more: Record<string, string> = {}): Life {
  const child = spawn(process.execPath, ['--import', 'tsx', 'engine/api/main.ts'], {
    env: {
      ...process.env,
      MONGODB_URI: mongoUri(),
      EARSHOT_DATABASE: database,
      EARSHOT_SECRET_FILE: join(folder, 'secret'),
      EARSHOT_PORT: '0',
      // Nothing listens here: the API starts although Temporal is down.
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      ...more,
    },
  });
  let error = '';
  child.stderr.on('data', (part: Buffer) => (error += part.toString()));
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (part: Buffer) => resolve(part.toString())),
  );
  const ended = new Promise<{ code: number | null; error: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, error })),
  );
  return { child, said, ended };
}

it('prints where it listens, answers, and ends when it is told to, with pages still listening', async () => {
  const life = start();
  const { listening } = z.object({ listening: z.url() }).parse(JSON.parse(await life.said));
  expect((await ask(`${listening}/api/health`)).body).toMatchObject({
    up: true,
    store: true,
    temporal: false,
  });
  life.child.kill('SIGTERM');
  expect(await life.ended).toMatchObject({ code: 0 });
}, 60_000);

it('says in one sentence what is wrong with its environment', async () => {
  for (const [more, wanted] of [
    [{ EARSHOT_HOST: '0.0.0.0' }, /EARSHOT_HOST.*127\.0\.0\.1/],
    [{ MONGODB_URI: '' }, /MONGODB_URI/],
    [{ EARSHOT_SECRET_FILE: join(folder, 'none') }, /secret/],
  ] as const) {
    const { code, error } = await start(more).ended;
    expect(code).toBe(1);
    expect(error.trim()).toMatch(wanted);
    expect(error.trim().split('\n')).toHaveLength(1);
  }
}, 60_000);
