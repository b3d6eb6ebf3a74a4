import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchContext, Recipe, Way } from './fetch-server.ts';
import { isProgram, programsOnPath } from './find-program.ts';
import type { Environment } from './folders.ts';
import { runCommand } from './run-command.ts';
import { watchedDownload } from './watched-download.ts';

/** Later ones cannot be installed by `go install`: their module replaces others. */
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const DOWNLOAD_HOST = 'https://temporal.download/';
/** The first server in which fairness keys and the new matcher are there to be switched on. */
const LOWEST_SERVER = [1, 29];

/** Temporal's command line program, which holds the development server. */
export const temporalRecipe: Recipe = {
  title: 'Temporal',
  async find(cache, env) {
    const folder = join(cache, 'temporal');
    for (const path of [
      ...programsOnPath('temporal', env),
      ...(existsSync(folder) ? programsIn(folder) : []),
    ]) {
      if (await isRecent(path)) return path;
    }
    return null;
  },
  ways: [officialDownload(), goInstall()],
  waysOut:
    'put the `temporal` program on the PATH, or install Go and start again, or name a running server with TEMPORAL_ADDRESS',
};

function officialDownload(): Way {
  return {
    title: 'official download',
    async fetch(context) {
      const problem = await watchedDownload('temporal-downloader.ts', DOWNLOAD_HOST, context);
      if (problem) return { none: problem };
      const program = programsIn(context.folder)[0];
      return program ? { program } : { none: 'the download holds no program' };
    },
  };
}

function goInstall(): Way {
  return {
    title: 'compiling it with Go, some minutes, once',
    async fetch(context: FetchContext) {
      if (programsOnPath('go', context.env).length === 0) return { none: 'Go is not installed' };
      const incoming = join(context.folder, 'incoming');
      let packages = 0;
      const result = await runCommand('go', ['install', '-v', GO_PACKAGE], {
        env: { ...process.env, ...context.env, GOBIN: incoming },
        signal: context.signal,
        onLine: (line) => {
          if (line.startsWith('go: downloading')) context.task.say('fetching its sources');
          else context.task.say(`compiling it with Go, ${(packages += 1)} packages done`);
        },
      });
      if (result.code !== 0) return { none: result.tail.at(-1) ?? 'go install failed' };
      const program = join(context.folder, 'temporal');
      renameSync(join(incoming, 'temporal'), program);
      rmSync(incoming, { recursive: true, force: true });
      return { program };
    },
  };
}

function programsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('temporal') && !name.endsWith('.downloading'))
    .map((name) => join(folder, name))
    .filter(isProgram);
}

async function isRecent(path: string, env: Environment = process.env): Promise<boolean> {
  const { code, tail } = await runCommand(path, ['--version'], { env: { ...env }, timeoutMs: 10_000 });
  const server = /Server (\d+)\.(\d+)/.exec(tail.join('\n'));
  if (code !== 0 || !server) return false;
  const [major, minor] = [Number(server[1]), Number(server[2])];
  const [lowestMajor = 0, lowestMinor = 0] = LOWEST_SERVER;
  return major > lowestMajor || (major === lowestMajor && minor >= lowestMinor);
}
