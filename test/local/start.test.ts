import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder, homeFolder } from '../../engine/local/folders.ts';
import { freePort } from '../../engine/local/free-port.ts';
import { mongoRecipe } from '../../engine/local/mongo-recipe.ts';
import { isAlive } from '../../engine/local/process-lock.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { runCommand } from '../../engine/local/run-command.ts';
import { readRuntime } from '../../engine/local/runtime-file.ts';
import { temporalRecipe } from '../../engine/local/temporal-recipe.ts';

const START_LIMIT_MS = 600_000;
const {
  TEMPORAL_ADDRESS: _temporal,
  MONGODB_URI: _mongo,
  TEMPORAL_NAMESPACE: _namespace,
  ...outside
} = process.env;
const cache = cacheFolder(outside);
const programs = await Promise.all([
  temporalRecipe.find(cache, outside),
  mongoRecipe(null).find(cache, outside),
]);
const folder = mkdtempSync(join(tmpdir(), 'earshot-start-'));
const env = { ...outside, EARSHOT_HOME: join(folder, 'home'), EARSHOT_PORT: String(await freePort()) };
const home = homeFolder(env);
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGTERM');
  if (running.size === 0) rmSync(folder, { recursive: true, force: true });
});

/** Runs the start script until it says where Earshot is; rejects with what it said if it ends before. */
function start(): Promise<{ child: ChildProcess; link: string; gone: Promise<number | null> }> {
  const child = spawn(process.execPath, ['engine/local/start.mjs'], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said: string[] = [];
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const link = /^Earshot is ready: (\S+)$/.exec(line)?.[1];
        if (link) resolve({ child, link, gone });
      });
    }
    void gone.then(() => reject(new Error(said.join('\n'))));
  });
}

async function earshot(...args: string[]): Promise<string> {
  const { tail } = await runCommand(
    process.execPath,
    [join(projectRoot, 'engine/cli/earshot.mjs'), ...args],
    { env, cwd: folder },
  );
  return tail.join('\n');
}

describe.skipIf(programs.includes(null))('npm start', () => {
  it(
    'brings Earshot up, keeps everything through a kill, and stops all it started',
    async () => {
      const first = await start();

      // The link signs in, and the page comes.
      const signedIn = await fetch(first.link, { redirect: 'manual' });
      expect(signedIn.status).toBe(303);
      expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly/);
      const page = await fetch(new URL('/', first.link));
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<script type="module"');
      expect((await fetch(first.link, { redirect: 'manual' })).status).not.toBe(303);
      expect(await earshot('link')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=/);

      // A second start on the same data says who runs.
      await expect(start()).rejects.toThrow(
        `Earshot already runs on ${home.path} as process ${first.child.pid}`,
      );

      // A case runs by the flow that came along.
      const mentions = join(folder, 'mentions.csv');
      const rows = [
        '1,ann,2020-01-01T00:00:00Z,The technician never came,',
        '2,acme,2020-01-01T01:00:00Z,We are sorry,1',
        '3,bob,never,x,',
      ];
      writeFileSync(mentions, `externalId,authorId,occurredAt,text,inReplyTo\n${rows.join('\n')}\n`);
      const imported = JSON.parse(
        await earshot(
          'import',
          mentions,
          '--format',
          'csv',
          '--channel',
          'forum',
          '--brand',
          'acme',
          '--wait',
          '--json',
          '--report',
          join(folder, 'report'),
        ).then((said) => said.split('\n').at(-1) ?? ''),
      );
      expect(imported).toEqual({
        read: 3,
        captured: 2,
        duplicates: 0,
        conversations: 1,
        cases: 1,
        lost: 0,
        incidents: 0,
        rejected: 1,
      });

      // Killed at once, it leaves servers behind; the next start stops those and has all data.
      const left = readRuntime(home)?.servers.map(({ pid }) => pid) ?? [];
      first.child.kill('SIGKILL');
      await first.gone;
      expect(left.map(isAlive)).toEqual([true, true]);
      const second = await start();
      expect(left.map(isAlive)).toEqual([false, false]);
      expect(
        await earshot(
          'import',
          mentions,
          '--format',
          'csv',
          '--channel',
          'forum',
          '--json',
          '--report',
          join(folder, 'report'),
        ),
      ).toContain('"captured":0,"duplicates":2');

      // Told to stop, it leaves nothing running and nothing that says it would.
      const servers = readRuntime(home)?.servers.map(({ pid }) => pid) ?? [];
      second.child.kill('SIGINT');
      expect(await second.gone).toBe(0);
      expect(servers.map(isAlive)).toEqual([false, false]);
      expect(readRuntime(home)).toBeNull();
      await expect(fetch(new URL('/api/health', second.link))).rejects.toThrow();
    },
    START_LIMIT_MS,
  );
});
