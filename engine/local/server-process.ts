import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A server program that this process started. */
export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  /** Resolves when it is gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** The last line of its log, to be shown when it did not do what it should. */
  lastWords(): string;
  /** Asks it to end, and ends it after ten seconds. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

const STOP_LIMIT_MS = 10_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts a server whose output goes to a log file. It gets a process group of its own, so that a Ctrl-C in the
 * terminal reaches Earshot alone, which then stops everything in order.
 */
export function startServerProcess(
  name: string,
  program: string,
  args: readonly string[],
  logFile: string,
): Promise<ServerProcess> {
  mkdirSync(dirname(logFile), { recursive: true });
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) truncateSync(logFile);
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true, cwd: dirname(logFile) });
  closeSync(log);
  const pidFile = logFile.replace(/\.log$/, '.pid');
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(pidFile, { force: true });
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      try {
        // Should this process be killed, the next one finds by it what is left to stop.
        writeFileSync(pidFile, String(child.pid));
      } catch (error) {
        child.kill('SIGKILL');
        reject(error);
        return;
      }
      resolve({
        name,
        pid: child.pid ?? 0,
        gone,
        lastWords: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1)?.slice(0, 300) ?? '',
        async stop() {
          child.kill('SIGTERM');
          const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
          await gone;
          clearTimeout(patience);
        },
        kill: () => child.kill('SIGKILL'),
      });
    });
  });
}
