import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FetchContext, Recipe, Way } from './fetch-server.ts';
import { isProgram, programsOnPath } from './find-program.ts';
import { runCommand } from './run-command.ts';
import { watchedDownload } from './watched-download.ts';

/** The servers that speak MongoDB and that Earshot knows how to run; their data folders are not alike. */
export type MongoEngine = 'mongod' | 'secantusd-rs';

const CRATE = ['secantus-mdb', '--version', '0.5.3-beta.196', '--ignore-rust-version'] as const;
const DOWNLOAD_HOST = 'https://fastdl.mongodb.org/';

/** A MongoDB server; if data is there already, only one of the engine that wrote it. */
export function mongoRecipe(engine: MongoEngine | null): Recipe {
  const engines: readonly MongoEngine[] = engine ? [engine] : ['mongod', 'secantusd-rs'];
  const ways: Record<MongoEngine, Way> = { mongod: officialDownload, 'secantusd-rs': cargoInstall };
  return {
    title: 'MongoDB',
    async find(cache, env) {
      const cached = programsIn(join(cache, 'mongodb'));
      for (const name of engines) {
        for (const path of [
          ...programsOnPath(name, env),
          ...cached.filter((file) => engineOf(file) === name),
        ]) {
          if ((await runCommand(path, ['--version'], { timeoutMs: 10_000 })).code === 0) return path;
        }
      }
      return null;
    },
    ways: engines.map((name) => ways[name]),
    waysOut:
      'put `mongod` on the PATH, or install Rust and start again, or name a running server with MONGODB_URI',
  };
}

/** Which engine a program is, by its file name. */
export function engineOf(program: string): MongoEngine {
  return basename(program).startsWith('secantusd') ? 'secantusd-rs' : 'mongod';
}

const officialDownload: Way = {
  title: 'official download',
  async fetch(context) {
    const problem = await watchedDownload('mongod-downloader.ts', DOWNLOAD_HOST, context);
    if (problem) return { none: problem };
    const program = programsIn(context.folder).find((file) => engineOf(file) === 'mongod');
    return program ? { program } : { none: 'the download holds no program' };
  },
};

const cargoInstall: Way = {
  title: 'compiling a compatible server with Rust, some minutes, once',
  async fetch(context: FetchContext) {
    if (programsOnPath('cargo', context.env).length === 0) return { none: 'Rust is not installed' };
    const incoming = join(context.folder, 'incoming');
    // Kept until it is done: an interrupted compilation goes on from here.
    const target = join(context.folder, 'target');
    let crates = 0;
    const result = await runCommand('cargo', ['install', ...CRATE, '--root', incoming], {
      env: {
        ...process.env,
        ...context.env,
        CARGO_TARGET_DIR: target,
        CARGO_PROFILE_RELEASE_LTO: 'off',
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
      },
      signal: context.signal,
      onLine: (line) => {
        if (/^\s*(Downloading|Downloaded|Updating)/.test(line)) context.task.say('fetching its sources');
        else if (/^\s*Compiling/.test(line))
          context.task.say(`compiling it with Rust, ${(crates += 1)} parts begun`);
      },
    });
    if (result.code !== 0)
      return { none: result.tail.findLast((line) => line.trim() !== '') ?? 'cargo install failed' };
    const program = join(context.folder, 'secantusd-rs');
    renameSync(join(incoming, 'bin', 'secantusd-rs'), program);
    rmSync(incoming, { recursive: true, force: true });
    rmSync(target, { recursive: true, force: true });
    return { program };
  },
};

function programsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(mongod|secantusd)/.test(name) && !/\.(md5|downloading|lock|tgz|zip)$/.test(name))
    .map((name) => join(folder, name))
    .filter(isProgram);
}
