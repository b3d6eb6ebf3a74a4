import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../engine/local/free-port.ts';
import { listenAddress } from '../../engine/local/listen-address.ts';

describe('where Earshot listens', () => {
  it('is this machine alone', async () => {
    const port = await freePort();
    expect(await listenAddress({ EARSHOT_PORT: String(port) })).toEqual({ host: '127.0.0.1', port });
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org']) {
      await expect(listenAddress({ EARSHOT_HOST: host })).rejects.toThrow(/until sign-in is configured\.$/);
    }
  });

  it('is not a port in use: one sentence names another', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
    await expect(listenAddress({ EARSHOT_PORT: String(port) })).rejects.toThrow(
      `Port ${port} of this machine is in use: stop what uses it, or choose another one: EARSHOT_PORT=${port + 1} npm start.`,
    );
    server.close();
  });

  it.each(['0', '65536', 'http', '80.5'])('is not port %s', async (port) => {
    await expect(listenAddress({ EARSHOT_PORT: port })).rejects.toThrow(/use a number from 1 to 65535\.$/);
  });
});
