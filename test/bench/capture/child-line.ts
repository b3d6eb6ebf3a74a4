import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  /** Its first line on standard output, parsed. */
  readonly said: unknown;
  stop(): Promise<void>;
}

/** Starts a script of the project with tsx and waits for its first line of JSON; rejects if it ends before that. */
export async function startScript(script: string, env: Record<string, string> = {}): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = new Promise<string>((resolve, reject) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve);
    void gone.then(() => reject(new Error(`${script} ended before it was ready.`)));
  });
  const said: unknown = JSON.parse(await line);
  return {
    said,
    async stop() {
      child.stdin?.end();
      child.kill('SIGTERM');
      await gone;
    },
  };
}
