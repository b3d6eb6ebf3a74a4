import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDataFolder } from '../../engine/local/data-folder.ts';
import { diskProblem, isDiskFull } from '../../engine/local/disk.ts';
import { homeFolder } from '../../engine/local/folders.ts';
import { openLog } from '../../engine/local/log-file.ts';
import { writeWhole } from '../../engine/local/whole-file.ts';

/** Takes no byte: every write says that there is no room left. */
const FULL = '/dev/full';
const folder = mkdtempSync(join(tmpdir(), 'earshot-full-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function thrown(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
}

describe.skipIf(!existsSync(FULL))('on a full disk', () => {
  it('a file stays what it was', () => {
    const file = join(folder, 'kept');
    writeWhole(file, 'before');
    symlinkSync(FULL, `${file}.new`);
    expect(thrown(() => writeWhole(file, 'after'))).toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(file, 'utf8')).toBe('before');
    writeWhole(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
  });

  it('no empty secret is left to be signed with, and the next start makes one', () => {
    const home = homeFolder({ EARSHOT_HOME: join(folder, 'home') });
    mkdirSync(home.path);
    symlinkSync(FULL, `${home.secretFile}.new`);
    const problem = thrown(() => openDataFolder(home));
    expect(diskProblem(problem, home.path)?.message).toBe(
      `There is hardly any room left on the disk of ${home.path}: make room and start again, all data is kept; or choose another folder with EARSHOT_HOME.`,
    );
    expect(existsSync(home.secretFile)).toBe(false);
    rmSync(home.lockFile, { force: true });
    openDataFolder(home).release();
    expect(readFileSync(home.secretFile, 'utf8')).toMatch(/^[\w-]{60,}$/);
  });

  it('a log leaves out what it cannot write, ends nobody, and goes on once there is room', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const file = join(folder, 'a.log');
    symlinkSync(FULL, file);
    const log = openLog(file);
    log.write('lost');
    await new Promise((resolve) => setTimeout(resolve, 100));
    unlinkSync(file);
    log.write('lost as well');
    vi.advanceTimersByTime(11_000);
    log.write('kept');
    log.end();
    await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toBe('kept\n');
    vi.useRealTimers();
  });
});

describe('what a disk has to do with a problem', () => {
  it('is told for what may not be written, and for nothing else', () => {
    const refused = Object.assign(new Error('no'), { code: 'EACCES', path: '/elsewhere/file' });
    expect(diskProblem(refused, folder)?.message).toMatch(
      /^Earshot may not write to \/elsewhere\/file: give/,
    );
    expect(diskProblem(new Error('anything else'), folder)).toBeNull();
    expect(isDiskFull(join(folder, 'not', 'there', 'yet'))).toBe(false);
  });
});
