import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A claim on something by this process; given up by `release`, or when the process is gone. */
export interface ProcessLock {
  release(): void;
}

/** The lock, or the id of the living process that holds it. A lock left by a dead process is taken over. */
export function claimLock(file: string): ProcessLock | { readonly heldBy: number } {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, identity(process.pid), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readIfThere(file);
    const pid = Number.parseInt(holder, 10);
    if (holder !== '' && pid !== process.pid && isAlive(pid) && identity(pid) === holder)
      return { heldBy: pid };
    rmSync(file, { force: true });
  }
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process id and, where the system tells it, its start time: ids are used again after a reboot. */
function identity(pid: number): string {
  return `${pid} ${procField(pid, 19)}`.trim();
}

function isZombie(pid: number): boolean {
  return procField(pid, 0) === 'Z';
}

/** A field of /proc/<pid>/stat counted from the state, which follows the name in brackets; '' elsewhere than on Linux. */
function procField(pid: number, index: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[index] ?? '';
}

function readIfThere(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
