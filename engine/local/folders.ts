import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where an installation on one machine keeps what. */
export interface HomeFolder {
  readonly path: string;
  readonly temporalFile: string;
  readonly mongoFolder: string;
  readonly logs: string;
  readonly secretFile: string;
  /** Written while Earshot runs, for the command line: addresses and a token. */
  readonly runtimeFile: string;
  readonly versionFile: string;
  readonly lockFile: string;
}

/** The environment as Node gives it. */
export type Environment = { readonly [name: string]: string | undefined };

/** The data folder: EARSHOT_HOME, or `earshot` in the user's XDG data folder. */
export function homeFolder(env: Environment): HomeFolder {
  const path = resolve(
    env['EARSHOT_HOME'] ?? join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'earshot'),
  );
  return {
    path,
    temporalFile: join(path, 'temporal.db'),
    mongoFolder: join(path, 'mongo'),
    logs: join(path, 'logs'),
    secretFile: join(path, 'secret'),
    runtimeFile: join(path, 'runtime.json'),
    versionFile: join(path, 'version'),
    lockFile: join(path, 'lock'),
  };
}

/** Where fetched servers are kept, for all data folders of this user. */
export function cacheFolder(env: Environment): string {
  return resolve(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'earshot');
}
