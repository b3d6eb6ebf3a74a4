import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimLock, isAlive } from '../../engine/local/process-lock.ts';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'earshot-lock-')), 'lock');

/** A process that lives until it is killed. */
function sleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { pid: child.pid ?? 0, kill: () => (child.kill('SIGKILL'), gone) };
}

describe('a lock', () => {
  it('is taken once, and again after it was given up', () => {
    const file = newFile();
    const lock = claimLock(file);
    expect(lock).toHaveProperty('release');
    if ('release' in lock) lock.release();
    expect(claimLock(file)).toHaveProperty('release');
  });

  it('names the living process that holds it, and passes on when that is gone', async () => {
    const file = newFile();
    const script = `import('${new URL('../../engine/local/process-lock.ts', import.meta.url)}').then(({ claimLock }) => { claimLock('${file}'); console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(claimLock(file)).toEqual({ heldBy: holder.pid });
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await gone;
    expect(claimLock(file)).toHaveProperty('release');
  });

  it.skipIf(process.platform !== 'linux')(
    'is not held by another process that got the same id later',
    async () => {
      const other = sleeper();
      const file = newFile();
      writeFileSync(file, `${other.pid} 1`);
      expect(claimLock(file)).toHaveProperty('release');
      await other.kill();
      expect(isAlive(other.pid)).toBe(false);
    },
  );

  it('left behind half written is taken over', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(claimLock(file)).toHaveProperty('release');
  });
});
