import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FetchContext } from './fetch-server.ts';
import { ANSWER_LIMIT_MS, answersInTime } from './probe.ts';
import { runCommand } from './run-command.ts';

/** A download that has moved nothing for so long is given up. */
const STANDSTILL_MS = 60_000;
/** What starting the downloader itself takes at most, before the first byte can come. */
const STARTUP_MS = 10_000;

/**
 * Runs one of this folder's `*-downloader.ts` in a process of its own (so that it can be ended at any moment) and
 * tells how far it is by the bytes that stand in its folder. Null if it came through, else why not in a few words.
 */
export async function watchedDownload(
  script: string,
  host: string,
  context: FetchContext,
): Promise<string | null> {
  if (!(await answersInTime(host, context.env))) return `no answer from ${new URL(host).host}`;
  const standstill = new AbortController();
  let bytes = bytesIn(context.folder);
  let patienceUntil = Date.now() + STARTUP_MS + ANSWER_LIMIT_MS;
  const watch = setInterval(() => {
    const now = bytesIn(context.folder);
    if (now !== bytes) {
      bytes = now;
      patienceUntil = Date.now() + STANDSTILL_MS;
      context.task.say(`downloading, ${(bytes / 1_000_000).toFixed(0)} MB`);
    } else if (Date.now() > patienceUntil) standstill.abort();
  }, 1_000);
  const file = fileURLToPath(new URL(script, import.meta.url));
  const result = await runCommand(process.execPath, ['--import', 'tsx', file, context.folder], {
    env: { ...process.env, ...context.env },
    signal: AbortSignal.any([context.signal, standstill.signal]),
  });
  clearInterval(watch);
  if (result.code === 0) return null;
  return standstill.signal.aborted
    ? 'the download stood still'
    : (result.tail.at(-1) ?? 'the download failed');
}

function bytesIn(folder: string): number {
  return readdirSync(folder)
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
