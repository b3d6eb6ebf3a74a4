import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HomeFolder } from './folders.ts';
import { isAlive } from './process-lock.ts';
import { runCommand } from './run-command.ts';
import { waitUntil } from './wait-until.ts';

const STOP_LIMIT_MS = 10_000;

/**
 * Stops servers that an Earshot killed at once left behind on this data folder, by the process ids it noted. A process
 * is only touched if its command line names a file of the folder: its id may long belong to somebody else.
 */
export async function stopLeftoverServers(home: HomeFolder): Promise<void> {
  for (const pid of notedProcesses(home.logs)) {
    if (!isAlive(pid) || !(await commandLine(pid)).includes(home.path)) continue;
    process.kill(pid, 'SIGTERM');
    const ended = await waitUntil(async () => (isAlive(pid) ? null : true), STOP_LIMIT_MS);
    if (!ended && isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
}

function notedProcesses(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pid'))
    .map((name) => Number(readFileSync(join(folder, name), 'utf8')));
}

async function commandLine(pid: number): Promise<string> {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return (await runCommand('ps', ['-o', 'args=', '-p', String(pid)])).tail.join(' ');
  }
}
