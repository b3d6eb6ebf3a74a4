import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './folders.ts';
import { LocalProblem } from './local-problem.ts';
import { claimLock } from './process-lock.ts';
import type { ProcessLock } from './process-lock.ts';
import type { Progress, ProgressTask } from './progress.ts';

/** What a way to get a server's program may use. */
export interface FetchContext {
  /** Folder for this program alone; survives an interrupted try. */
  readonly folder: string;
  readonly env: Environment;
  readonly task: ProgressTask;
  readonly signal: AbortSignal;
}

/** One way to get a program: its path, or why it did not work, in a few words. */
export interface Way {
  readonly title: string;
  fetch(context: FetchContext): Promise<{ readonly program: string } | { readonly none: string }>;
}

/** A program and the ways to come by it, in the order they are tried. */
export interface Recipe {
  readonly title: string;
  /** A program that is there already, on the PATH or in the cache. */
  find(cache: string, env: Environment): Promise<string | null>;
  readonly ways: readonly Way[];
  /** What a person can do when every way failed. */
  readonly waysOut: string;
}

const LOCK_POLL_MS = 1_000;

/** The path of the program, found or fetched; two processes never fetch the same at once. */
export async function findOrFetch(
  recipe: Recipe,
  {
    cache,
    env,
    progress,
    signal,
  }: { cache: string; env: Environment; progress: Progress; signal: AbortSignal },
): Promise<string> {
  const found = await recipe.find(cache, env);
  if (found) return found;
  const task = progress.task(recipe.title);
  const folder = join(cache, recipe.title.toLowerCase());
  mkdirSync(folder, { recursive: true });
  const lock = await waitForLock(join(folder, 'lock'), task, signal);
  try {
    const meanwhile = await recipe.find(cache, env);
    if (meanwhile) {
      task.done('ready');
      return meanwhile;
    }
    const reasons: string[] = [];
    for (const way of recipe.ways) {
      task.say(way.title);
      const result = await way.fetch({ folder, env, task, signal });
      signal.throwIfAborted();
      if ('program' in result) {
        task.done(`ready (${way.title})`);
        return result.program;
      }
      reasons.push(`${way.title}: ${result.none}`);
      task.say(`${way.title}: ${result.none}`);
    }
    task.failed('there is no way to get it here');
    throw new LocalProblem(
      'no server',
      `${recipe.title} is not on this machine and could not be fetched (${reasons.join('; ')})`,
      recipe.waysOut,
    );
  } finally {
    lock.release();
  }
}

async function waitForLock(file: string, task: ProgressTask, signal: AbortSignal): Promise<ProcessLock> {
  for (;;) {
    const lock = claimLock(file);
    if ('release' in lock) return lock;
    task.say(`process ${lock.heldBy} is fetching it already; waiting`);
    await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
    signal.throwIfAborted();
  }
}
