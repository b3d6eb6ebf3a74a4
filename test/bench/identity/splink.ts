import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Asked, Found } from './sets.ts';

const run = promisify(execFile);
const SPLINK = 'splink==4.0.17';
const Answer = z.object({
  seconds: z.number(),
  pairs: z.array(z.tuple([z.string(), z.string(), z.number()])),
});

/** A Python that has Splink, installed into a folder of its own; a sentence where it cannot be had. */
export async function pythonWithSplink(
  folder: string,
): Promise<{ readonly python: string } | { readonly why: string }> {
  const python = join(folder, 'bin', 'python');
  try {
    if (!existsSync(python)) await run('python3', ['-m', 'venv', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', SPLINK], { timeout: 600_000 });
    return { python };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { why: `Splink cannot be installed beside it (${why ?? ''}): it is not compared.` };
  }
}

/** What Splink finds, in a process of its own; its imports are not counted. */
export async function bySplink(python: string, asked: Asked): Promise<Found> {
  const script = new URL('splink_match.py', import.meta.url).pathname;
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(`${JSON.stringify(asked)}\n`);
  const said = await text(child.stdout);
  const { seconds, pairs } = Answer.parse(JSON.parse(said));
  return { seconds, pairs: pairs.map(([left, right, probability]) => ({ left, right, probability })) };
}
