/**
 * Temporal and MongoDB in a data folder of their own, for tests and benches: prints one JSON line
 * `{ temporalAddress, temporalNamespace, temporalUi, mongodbUri }` when both can be used and stops them when its standard input
 * ends, on SIGTERM or SIGINT. Without EARSHOT_HOME the folder is a temporary one, removed at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, homeFolder } from './folders.ts';
import { LocalProblem } from './local-problem.ts';
import { progressOn } from './progress.ts';
import { startServers } from './servers.ts';

const temporary = process.env['EARSHOT_HOME'] ? null : mkdtempSync(join(tmpdir(), 'earshot-servers-'));
const env = { ...process.env, ...(temporary && { EARSHOT_HOME: temporary }) };
const stopping = new AbortController();
const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  process.stdin.on('end', () => resolve()).on('error', () => resolve());
  process.stdin.resume();
});
void stopAsked.then(() => stopping.abort());

let code = 0;
try {
  const servers = await startServers({
    home: homeFolder(env),
    cache: cacheFolder(env),
    env,
    progress: progressOn(process.stderr),
    signal: stopping.signal,
  });
  const { started, ...addresses } = servers;
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  await stopAsked;
  await Promise.all(started.map((server) => server.stop()));
} catch (problem) {
  if (!stopping.signal.aborted) {
    code = 1;
    process.stderr.write(`${problem instanceof LocalProblem ? problem.message : String(problem)}\n`);
  }
}
if (temporary) rmSync(temporary, { recursive: true, force: true });
process.exit(code);
