import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { HomeFolder } from './folders.ts';
import { LocalProblem } from './local-problem.ts';
import { claimLock } from './process-lock.ts';
import type { ProcessLock } from './process-lock.ts';
import { readRuntime } from './runtime-file.ts';
import { writeWhole } from './whole-file.ts';

/** The form of the data folder that this Earshot writes and reads. */
export const DATA_VERSION = 1;
const SECRET_BYTES = 48;

/**
 * Makes the data folder ready and claims it for this process: refuses one of a newer Earshot and one that is in use.
 * Keeps the sign-in secret in it, readable by this user alone.
 */
export function openDataFolder(home: HomeFolder): ProcessLock {
  mkdirSync(home.path, { recursive: true, mode: 0o700 });
  refuseNewer(home);
  const lock = claimLock(home.lockFile);
  if ('heldBy' in lock) {
    const url = readRuntime(home)?.url;
    throw new LocalProblem(
      'already running',
      `Earshot already runs on ${home.path} as process ${lock.heldBy}${url ? ` at ${url}` : ''}`,
      'use that one, stop it first, or choose another folder with EARSHOT_HOME',
    );
  }
  writeWhole(home.versionFile, `${DATA_VERSION}\n`);
  if (!existsSync(home.secretFile))
    writeWhole(home.secretFile, randomBytes(SECRET_BYTES).toString('base64url'));
  return lock;
}

function refuseNewer(home: HomeFolder): void {
  if (!existsSync(home.versionFile)) return;
  const version = Number(readFileSync(home.versionFile, 'utf8').trim());
  if (!Number.isInteger(version) || version > DATA_VERSION) {
    throw new LocalProblem(
      'newer data',
      `The data in ${home.path} was written by a newer Earshot (its form is ${version}, this one reads up to ${DATA_VERSION})`,
      'update Earshot, or choose another folder with EARSHOT_HOME',
    );
  }
}
