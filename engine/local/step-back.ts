import { writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

const LEAST_PRIORITY = 19;

/**
 * Lets a process get the processor only after others that want it: `niceness` is 0 (not at all) to 19. Where that is
 * not possible, or the process is gone already, it runs like everything else.
 */
export function stepBack(pid: number, niceness: number): void {
  if (niceness === 0) return;
  const nice = Math.min(LEAST_PRIORITY, getPriority() + niceness);
  attempt(() => setPriority(pid, nice));
  // Linux shares the processor out among sessions first, and a process group of its own is a session of its own:
  // there its priority counts among its own threads alone, if the session has none.
  if (process.platform === 'linux') attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(nice)));
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // See above.
  }
}
