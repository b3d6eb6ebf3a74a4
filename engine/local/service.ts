import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LocalProblem } from './local-problem.ts';
import { openLog } from './log-file.ts';
import { projectRoot } from './project-root.ts';
import { stepBack } from './step-back.ts';

/** One of Earshot's own processes (API or worker), started again when it dies. */
export interface Service {
  readonly name: string;
  /** What it printed when it was ready, e.g. `{ listening: url }`. */
  readonly ready: { readonly [key: string]: unknown };
  pid(): number | null;
  /** Ends it in order and starts it again, with its code as it is then; resolves once it is ready. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}

export interface ServiceOptions {
  readonly name: string;
  /** TypeScript file to run, from the project's root. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  /** It is ready once it prints a JSON object with this key on a line of its own. */
  readonly readyKey: string;
  readonly logFile: string;
  /** How far it steps back behind others that need the processor, 0 (not at all, the default) to 19. */
  readonly niceness?: number;
  /** Told in one sentence when it died and is started again. */
  readonly onDeath: (sentence: string) => void;
  /** Aborted before it is ready: it is given up. */
  readonly signal?: AbortSignal;
}

/** A worker steps back while pages are answered on the same machine. */
export const WORKER_NICENESS = 10;
const READY_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 15_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After a life as long as this, a death counts as the first again. */
const HEALTHY_MS = 60_000;

const dieWithParent = fileURLToPath(new URL('die-with-parent.mjs', import.meta.url));

/** Starts a service and waits until it is ready; rejects with a LocalProblem if the first one dies before that. */
export async function startService(options: ServiceOptions): Promise<Service> {
  let child: ChildProcess | null = null;
  let stopping = false;
  let restarting = false;
  let pauseMs = FIRST_PAUSE_MS;
  let retry: NodeJS.Timeout | undefined;

  const begin = (): Promise<{ readonly [key: string]: unknown }> => {
    const started = Date.now();
    const life = spawnOnce(options);
    child = life.child;
    void life.gone.then((how) => {
      child = null;
      if (stopping || restarting || !isUp) return;
      pauseMs = Date.now() - started > HEALTHY_MS ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      options.onDeath(
        `The ${options.name} stopped (${how}) and is started again in ${pauseMs / 1000} s; its log is ${options.logFile}.`,
      );
      retry = setTimeout(() => void begin().catch(() => undefined), pauseMs);
    });
    return life.ready;
  };

  let isUp = false;
  const giveUp = (): void => void child?.kill('SIGTERM');
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const ready = await begin().catch((problem: unknown) => {
    giveUp();
    throw problem;
  });
  isUp = true;
  options.signal?.removeEventListener('abort', giveUp);
  return {
    name: options.name,
    ready,
    pid: () => child?.pid ?? null,
    async restart() {
      if (stopping || restarting) return;
      restarting = true;
      clearTimeout(retry);
      try {
        if (child) await stopChild(child);
        if (!stopping) await begin();
      } finally {
        restarting = false;
      }
    },
    async stop() {
      stopping = true;
      clearTimeout(retry);
      if (child) await stopChild(child);
    },
    kill() {
      stopping = true;
      clearTimeout(retry);
      child?.kill('SIGKILL');
    },
  };
}

function spawnOnce(options: ServiceOptions): {
  child: ChildProcess;
  ready: Promise<{ readonly [key: string]: unknown }>;
  gone: Promise<string>;
} {
  const log = openLog(options.logFile);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', dieWithParent, join(projectRoot, options.script)],
    {
      cwd: projectRoot,
      env: options.env,
      // A process group of its own: Ctrl-C in the terminal reaches Earshot alone, which then stops all in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  if (child.pid !== undefined) stepBack(child.pid, options.niceness ?? 0);
  let lastWords = '';
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  void gone.then(() => log.end());
  const ready = new Promise<{ readonly [key: string]: unknown }>((resolve, reject) => {
    const notStarted = (why: string): void =>
      reject(
        new LocalProblem(
          'service did not start',
          `The ${options.name} did not start (${why})`,
          `look into its log ${options.logFile}`,
        ),
      );
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(line);
        const said = readyLine(line, options.readyKey);
        if (said) resolve(said);
        else if (line.trim() !== '') lastWords = line.slice(0, 300);
      });
    }
    void gone.then((how) => notStarted(lastWords || how));
    setTimeout(
      () => notStarted(`it was not ready within ${READY_LIMIT_MS / 1000} s`),
      READY_LIMIT_MS,
    ).unref();
  });
  return { child, ready, gone };
}

function readyLine(line: string, key: string): { readonly [key: string]: unknown } | null {
  if (!line.startsWith('{')) return null;
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null && key in said ? { ...said } : null;
  } catch {
    return null;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(patience);
}
