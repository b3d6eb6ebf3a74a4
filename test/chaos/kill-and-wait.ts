import type { Service } from '../../engine/local/service.ts';

/** Kills the process that runs now, and waits until another has taken its place. */
export async function killAndWait(service: Service): Promise<void> {
  const pid = service.pid();
  if (pid !== null) process.kill(pid, 'SIGKILL');
  const until = Date.now() + 60_000;
  while ((service.pid() === null || service.pid() === pid) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
