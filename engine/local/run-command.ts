import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandResult {
  /** Exit code; null when the command could not be started or was ended by a signal. */
  readonly code: number | null;
  /** Its last lines of output, of both streams. */
  readonly tail: readonly string[];
}

const TAIL_LINES = 30;

/** Runs a command to its end and hands on each line it prints. Never rejects: a command that is missing has code null. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: {
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    onLine?: (line: string) => void;
    signal?: AbortSignal;
    timeoutMs?: number;
  } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.env && { env: options.env }),
      ...(options.cwd && { cwd: options.cwd }),
      ...(options.signal && { signal: options.signal }),
      ...(options.timeoutMs && { timeout: options.timeoutMs }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        tail.push(line);
        if (tail.length > TAIL_LINES) tail.shift();
        options.onLine?.(line);
      });
    }
    child.on('error', (error) => resolve({ code: null, tail: [...tail, error.message] }));
    child.on('close', (code) => resolve({ code, tail }));
  });
}
