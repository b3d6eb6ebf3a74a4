import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalProblem } from './local-problem.ts';

/** Below this the servers cannot even begin. */
const LEAST_BYTES = 16_000_000;
/** Below this whoever runs them should know. */
const LOW_BYTES = 256_000_000;
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Whether there is hardly any room left where this folder stands. */
export function isDiskFull(folder: string): boolean {
  return roomOn(folder) < LEAST_BYTES;
}

/** Whether the room left where this folder stands will not last long. */
export function isDiskLow(folder: string): boolean {
  return roomOn(folder) < LOW_BYTES;
}

/** Bytes left where this folder stands; without end where nobody can say. */
function roomOn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(nearest(folder));
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** What the disk has to do with a problem, in one sentence; null: nothing that is known of. */
export function diskProblem(problem: unknown, folder: string): LocalProblem | null {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (FULL.has(code) || isDiskFull(folder)) {
    return new LocalProblem(
      'no room',
      `There is hardly any room left on the disk of ${folder}`,
      'make room and start again, all data is kept; or choose another folder with EARSHOT_HOME',
    );
  }
  if (!FORBIDDEN.has(code)) return null;
  const where = problem instanceof Error && 'path' in problem ? String(problem.path) : folder;
  return new LocalProblem(
    'not writable',
    `Earshot may not write to ${where}`,
    'give this user the right to, or choose another folder with EARSHOT_HOME',
  );
}

function nearest(folder: string): string {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
