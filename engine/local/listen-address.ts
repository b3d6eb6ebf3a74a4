import type { Environment } from './folders.ts';
import { freePort } from './free-port.ts';
import { LocalProblem } from './local-problem.ts';

export const DEFAULT_PORT = 4444;
const LOOPBACK = '127.0.0.1';
const HIGHEST_PORT = 65_535;

/** Where the API shall listen: this machine alone, on EARSHOT_PORT; refuses other hosts and a port in use. */
export async function listenAddress(
  env: Environment,
): Promise<{ readonly host: string; readonly port: number }> {
  const host = env['EARSHOT_HOST'] ?? LOOPBACK;
  if (host !== LOOPBACK) {
    throw new LocalProblem(
      'address refused',
      `Earshot does not listen on ${host} as long as everybody who reaches it could act without signing in`,
      `leave EARSHOT_HOST unset (${LOOPBACK}) until sign-in is configured`,
    );
  }
  const port = Number(env['EARSHOT_PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new LocalProblem(
      'port in use',
      `EARSHOT_PORT is ${env['EARSHOT_PORT']}, which is no port`,
      `use a number from 1 to ${HIGHEST_PORT}`,
    );
  }
  if ((await freePort(port)) === null) {
    throw new LocalProblem(
      'port in use',
      `Port ${port} of this machine is in use`,
      `stop what uses it, or choose another one: EARSHOT_PORT=${port === HIGHEST_PORT ? port - 1 : port + 1} npm start`,
    );
  }
  return { host, port };
}
