import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMongo } from '../../engine/local/mongo-server.ts';
import type { ServerProcess } from '../../engine/local/server-process.ts';
import { watchServers, type ServerWatch } from '../../engine/local/watch-servers.ts';
import { openStore } from '../../engine/store/store.ts';
import { ownPrograms } from '../chaos/own-servers.ts';
import { said } from '../store/fresh-store.ts';

const programs = await ownPrograms();
const DISK = '420m';

/** A small disk of its own; null where this user may not have one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}
const disk = programs === null ? null : smallDisk();
if (disk !== null) execFileSync('umount', [disk]);

describe.skipIf(programs === null || disk === null)('servers that are watched', () => {
  let folder: string;
  let mongo: ServerProcess & { readonly uri: string };
  let watch: ServerWatch;
  const notices: string[] = [];
  beforeEach(async () => {
    folder = smallDisk() ?? '';
    notices.length = 0;
    const mongoFolder = path.join(folder, 'mongodb');
    mkdirSync(mongoFolder);
    const logFile = path.join(folder, 'logs', 'mongodb.log');
    mongo = await startMongo({ program: programs?.mongo ?? '', folder: mongoFolder, logFile });
  });
  afterEach(async () => {
    await watch.stop();
    mongo.kill();
    await mongo.gone;
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const begin = (everyMs: number): void => {
    const notice = (sentence: string): void => void notices.push(sentence);
    watch = watchServers({ servers: [mongo], mongodbUri: mongo.uri, folder, notice, everyMs });
  };
  const fill = (name: string): void => {
    try {
      for (let n = 0; ; n += 1) writeFileSync(path.join(folder, `${name}-${n}`), Buffer.alloc(1_000_000));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  };
  const free = (name: string): void => {
    execFileSync('find', [folder, '-maxdepth', '1', '-name', `${name}-*`, '-delete']);
  };

  it('are given up, in a sentence, when their disk is full; they are warned of it before', async () => {
    begin(200);
    writeFileSync(path.join(folder, 'much'), Buffer.alloc(200_000_000));
    await expect.poll(() => notices, { timeout: 10_000 }).toHaveLength(1);
    expect(notices[0]).toMatch(/is nearly full/);
    fill('filler');
    expect(await watch.cannotGoOn).toBe(
      `There is hardly any room left on the disk of ${folder}, so Earshot stops: make room and start it again, all data is kept.`,
    );
  });

  it('are given up when MongoDB takes no write for good, though its disk has room again', async () => {
    const store = await openStore({ uri: mongo.uri, database: 'watched' });
    fill('filler');
    const refusals: unknown[] = [];
    for (let n = 0; n < 3_000 && refusals.length < 1; n += 1)
      await store.mentions.capture([said(`m${n}`, { text: 'x'.repeat(8_000) })]).catch((error: unknown) => {
        refusals.push(error);
      });
    free('filler');
    expect(refusals).toMatchObject([{ name: 'StoreProblem', code: 'unavailable' }]);
    begin(100);
    expect(await watch.cannotGoOn).toMatch(/^(MongoDB takes no write any more|MongoDB ended by itself)/);
    await store.close();
  }, 120_000);
});
