import { readFileSync, rmSync } from 'node:fs';
import type { HomeFolder } from './folders.ts';
import { isAlive } from './process-lock.ts';
import { RuntimeSchema } from './runtime.schema.ts';
import type { Runtime } from './runtime.schema.ts';
import { writeWhole } from './whole-file.ts';

/** What the last Earshot on this folder wrote; null if there is none or it ended properly. */
export function readRuntime(home: HomeFolder): Runtime | null {
  try {
    return RuntimeSchema.parse(JSON.parse(readFileSync(home.runtimeFile, 'utf8')));
  } catch {
    return null;
  }
}

/** The same, but null as well if the Earshot that wrote it was killed before it could remove it. */
export function runningEarshot(home: HomeFolder): Runtime | null {
  const runtime = readRuntime(home);
  return runtime !== null && isAlive(runtime.pid) ? runtime : null;
}

/** Replaces it in one step, so that nobody reads half; readable by this user alone, for it holds a token. */
export function writeRuntime(home: HomeFolder, runtime: Runtime): void {
  writeWhole(home.runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
}

export function removeRuntime(home: HomeFolder): void {
  rmSync(home.runtimeFile, { force: true });
}
