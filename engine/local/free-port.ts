import { createServer } from 'node:net';
import { LocalProblem } from './local-problem.ts';

/** A port of 127.0.0.1 that was free a moment ago; with `port`, that one or null if something has it. */
export function freePort(): Promise<number>;
export function freePort(port: number): Promise<number | null>;
export function freePort(port = 0): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) resolve(null);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/** The port wanted for a server, or any free one; refuses one that is in use, for its answers would be another's. */
export async function portFor(server: string, wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return freePort();
  if ((await freePort(wanted)) !== null) return wanted;
  throw new LocalProblem(
    'port in use',
    `Port ${wanted} of this machine is in use`,
    `stop what uses it, or let ${server} have another one`,
  );
}
