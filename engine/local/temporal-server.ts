import { portFor } from './free-port.ts';
import { LocalProblem } from './local-problem.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { prepareNamespace } from './temporal-namespace.ts';
import { waitUntil } from './wait-until.ts';

const START_LIMIT_MS = 60_000;

/**
 * Starts Temporal's development server on a file and waits until its namespace can be used. WAL and synchronous
 * NORMAL lose nothing when the program is killed; without the two matching flags, priority and fairness keys are
 * accepted and ignored. Its pages (`ui`) are for this machine alone, as the server is.
 */
export async function startTemporal(options: {
  program: string;
  file: string;
  logFile: string;
  namespace: string;
  port?: number;
  uiPort?: number;
}): Promise<ServerProcess & { readonly address: string; readonly ui: string }> {
  const port = await portFor('Temporal', options.port);
  const uiPort = await portFor("Temporal's pages", options.uiPort);
  const server = await startServerProcess(
    'Temporal',
    options.program,
    [
      ...[
        'server',
        'start-dev',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--ui-port',
        String(uiPort),
        '--db-filename',
        options.file,
      ],
      ...[
        '--log-level',
        'error',
        '--sqlite-pragma',
        'journal_mode=WAL',
        '--sqlite-pragma',
        'synchronous=NORMAL',
      ],
      ...[
        '--dynamic-config-value',
        'matching.useNewMatcher=true',
        '--dynamic-config-value',
        'matching.enableFairness=true',
      ],
    ],
    options.logFile,
  );
  const address = `127.0.0.1:${port}`;
  const ready = await waitUntil(
    () => prepareNamespace(address, options.namespace).then(() => true),
    START_LIMIT_MS,
    server.gone,
  );
  if (!ready) {
    server.kill();
    throw new LocalProblem(
      'server did not start',
      'Temporal did not start',
      `its log ${options.logFile} ends with "${server.lastWords()}"`,
    );
  }
  return { ...server, address, ui: `http://127.0.0.1:${uiPort}` };
}
