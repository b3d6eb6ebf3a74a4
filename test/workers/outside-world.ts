import { createServer, type IncomingMessage } from 'node:http';

/** Another system, as the tests see it: what it was sent, and what it took. */
export interface OutsideWorld {
  readonly url: string;
  /** Every request that came in, by its key. */
  readonly received: string[];
  /** What happened in the world; under `/keyed` a repeated key is refused. */
  readonly happened: string[];
  close(): Promise<void>;
}

export async function openOutsideWorld(): Promise<OutsideWorld> {
  const received: string[] = [];
  const happened: string[] = [];
  const server = createServer((request, response) => {
    const key = keyOf(request);
    const path = request.url?.split('?')[0];
    request.resume();
    if (path === '/search') {
      response.end(JSON.stringify({ found: happened.includes(key) }));
      return;
    }
    received.push(key);
    if (path === '/keyed' && happened.includes(key)) {
      response.writeHead(409).end('{}');
      return;
    }
    happened.push(key);
    response.end(JSON.stringify({ id: `out-${happened.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the outside world has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    happened,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function keyOf(request: IncomingMessage): string {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' ? header : '';
}
