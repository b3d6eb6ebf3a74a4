import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from '../../engine/local/process-lock.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { runCommand } from '../../engine/local/run-command.ts';
import { startService } from '../../engine/local/service.ts';
import { waitUntil } from '../../engine/local/wait-until.ts';

const LIMIT_MS = 20_000;

/** A service of these lines of TypeScript. */
function service(lines: string, deaths: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-service-'));
  const script = join(folder, 'service.ts');
  writeFileSync(script, `${lines}\nexport {};`);
  const logFile = join(folder, 'service.log');
  return {
    logFile,
    options: {
      name: 'test',
      script: relative(projectRoot, script),
      env: process.env,
      readyKey: 'ready',
      logFile,
      onDeath: (sentence: string) => void deaths.push(sentence),
    },
  };
}
const steady = `console.log('hello'); console.log(JSON.stringify({ ready: true, pid: process.pid })); setInterval(() => undefined, 1000);`;
const gone = (pid: unknown) => waitUntil(() => Promise.resolve(isAlive(Number(pid)) ? null : true), LIMIT_MS);

/** Of the session that a process is alone in; null where the system shares the processor out without regard to it. */
function sessionNiceness(pid: number): number | null {
  const file = `/proc/${pid}/autogroup`;
  const said = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const nice = /nice (-?\d+)/.exec(said)?.[1];
  return nice === undefined ? null : Number(nice);
}

describe('a service', () => {
  it('is ready when it says so, keeps a log, and stops when told', async () => {
    const { options, logFile } = service(steady);
    const running = await startService(options);
    expect(running.ready['ready']).toBe(true);
    await running.stop();
    expect(isAlive(Number(running.ready['pid']))).toBe(false);
    // A log is written beside what it tells of: it may end a moment later.
    await expect.poll(() => readFileSync(logFile, 'utf8')).toContain('hello');
  });

  it('that dies is started again, and that is said', async () => {
    const deaths: string[] = [];
    const running = await startService(service(steady, deaths).options);
    const first = running.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    const second = await waitUntil(
      () => Promise.resolve(running.pid() === first ? null : running.pid()),
      LIMIT_MS,
    );
    expect(second).not.toBeNull();
    expect(deaths).toHaveLength(1);
    expect(deaths[0]).toMatch(/^The test stopped \(SIGKILL\) and is started again in \d/);
    await running.stop();
    expect(running.pid()).toBeNull();
  });

  it('steps back behind others as far as it is told, started again too', async () => {
    const running = await startService({ ...service(steady).options, niceness: 3 });
    const first = running.pid() ?? 0;
    const least = Math.min(19, getPriority() + 3);
    expect(getPriority(first)).toBe(least);
    await running.restart();
    expect(running.pid()).not.toBe(first);
    expect(getPriority(running.pid() ?? 0)).toBe(least);
    expect(sessionNiceness(running.pid() ?? 0) ?? least).toBe(least);
    await running.stop();
  });

  it('that cannot start is told with its last words', async () => {
    const { options } = service(`console.error('The store is down.'); process.exit(3);`);
    await expect(startService(options)).rejects.toThrow(
      /^The test did not start \(The store is down\.\): look into its log .*service\.log\.$/,
    );
  });

  it('ends when the process that started it is killed', async () => {
    const { options } = service(steady);
    const parent = `
      const { startService } = await import('${new URL('../../engine/local/service.ts', import.meta.url)}');
      const running = await startService({ ...${JSON.stringify({ ...options, env: {} })}, env: process.env, onDeath: () => undefined });
      console.log(running.ready.pid);
      process.kill(process.pid, 'SIGKILL');`;
    const { tail } = await runCommand(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      parent,
    ]);
    expect(Number(tail[0])).toBeGreaterThan(0);
    expect(await gone(tail[0])).toBe(true);
  });
});
