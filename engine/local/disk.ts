import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalProblem } from './local-problem.ts';

/** Below this the servers cannot even begin. */
const LEAST_BYTES = 16_000_000;
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Whether there is hardly any room left where this folder stands. */
export function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(nearest(folder));
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
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
