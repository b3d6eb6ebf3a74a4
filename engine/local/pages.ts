import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LocalProblem } from './local-problem.ts';
import { projectRoot } from './project-root.ts';
import type { Progress } from './progress.ts';
import { runCommand } from './run-command.ts';

/** Folders whose files the pages are made of. */
const SOURCES = ['editor', 'definitions', 'engine/interpreter', 'engine/simulate', 'package-lock.json'];

/** The folder of the built pages. */
export const builtPages = join(projectRoot, 'dist', 'editor');

/** Builds the editor's pages if their sources changed since they were built last. */
export async function ensurePages(progress: Progress, signal: AbortSignal): Promise<void> {
  const stampFile = join(builtPages, '.sources');
  const stamp = hashOf(SOURCES.map((source) => join(projectRoot, source)));
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const task = progress.task('Pages');
  task.say('building them, once');
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, tail } = await runCommand(process.execPath, [vite, 'build', 'editor', '--logLevel', 'warn'], {
    cwd: projectRoot,
    signal,
    // Also where a test asks for them: React's own checks are for who develops.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  signal.throwIfAborted();
  if (code !== 0) {
    task.failed('they could not be built');
    const why = tail.find((line) => /error/i.test(line)) ?? tail.at(-1) ?? 'no reason given';
    throw new LocalProblem(
      'pages not built',
      `The pages could not be built (${why})`,
      'see `npm run build:editor`',
    );
  }
  writeFileSync(stampFile, stamp);
  task.done('built');
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn))
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
  } catch {
    return [path];
  }
}
