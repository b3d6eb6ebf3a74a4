import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_VERSION, openDataFolder } from '../../engine/local/data-folder.ts';
import { cacheFolder, homeFolder } from '../../engine/local/folders.ts';
import { readRuntime, writeRuntime } from '../../engine/local/runtime-file.ts';

const newHome = () => homeFolder({ EARSHOT_HOME: join(mkdtempSync(join(tmpdir(), 'earshot-home-')), 'new') });

const runtime = {
  pid: 1,
  url: 'http://127.0.0.1:4444',
  token: 't',
  temporalAddress: '127.0.0.1:1',
  temporalNamespace: 'earshot',
  temporalUi: 'http://127.0.0.1:8233',
  mongodbUri: 'mongodb://127.0.0.1:2',
  database: 'earshot',
  servers: [{ name: 'MongoDB', pid: 3 }],
};

describe('the data folder', () => {
  it('is EARSHOT_HOME, else in the XDG data folder; the cache in the XDG cache folder', () => {
    expect(homeFolder({ EARSHOT_HOME: '/a/b', XDG_DATA_HOME: '/c' }).path).toBe('/a/b');
    expect(homeFolder({ XDG_DATA_HOME: '/c' }).path).toBe('/c/earshot');
    expect(homeFolder({}).path).toMatch(/\.local\/share\/earshot$/);
    expect(cacheFolder({ XDG_CACHE_HOME: '/d' })).toBe('/d/earshot');
  });

  it('gets a secret that only this user can read and that stays the same', () => {
    const home = newHome();
    openDataFolder(home).release();
    const secret = readFileSync(home.secretFile, 'utf8');
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(home.secretFile).mode & 0o077).toBe(0);
    openDataFolder(home).release();
    expect(readFileSync(home.secretFile, 'utf8')).toBe(secret);
  });

  it('of a newer version is refused in one sentence', () => {
    const home = newHome();
    openDataFolder(home).release();
    writeFileSync(home.versionFile, String(DATA_VERSION + 1));
    expect(() => openDataFolder(home)).toThrow(
      /written by a newer Earshot .*: update Earshot, or .*EARSHOT_HOME\.$/,
    );
  });

  it.skipIf(process.platform !== 'linux')(
    'is used by one Earshot at a time, and the second one says by which',
    () => {
      const home = newHome();
      openDataFolder(home).release();
      writeRuntime(home, runtime);
      // A lock is this process's own or another's: here it is that of the process that runs the tests.
      const startedAt =
        readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
      writeFileSync(home.lockFile, `${process.ppid} ${startedAt}`);
      expect(() => openDataFolder(home)).toThrow(`as process ${process.ppid} at http://127.0.0.1:4444`);
    },
  );

  it('tells programs of the same user where Earshot is, and nobody else', () => {
    const home = newHome();
    openDataFolder(home).release();
    expect(readRuntime(home)).toBeNull();
    writeRuntime(home, runtime);
    expect(readRuntime(home)).toEqual(runtime);
    expect(statSync(home.runtimeFile).mode & 0o077).toBe(0);
    writeFileSync(home.runtimeFile, '{"pid":');
    expect(readRuntime(home)).toBeNull();
  });
});
