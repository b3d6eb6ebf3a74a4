import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire to a MongoDB, which can be cut and mended. */
export interface Wire {
  /** The server's address by way of the wire. */
  readonly uri: string;
  /** Breaks every connection, and lets nobody connect. */
  cut(): void;
  mend(): Promise<void>;
  /** Cuts itself, once, before it carries a message to the server that has this text in it. */
  cutAt(text: string): void;
}

export async function openWire(mongodbUri: string): Promise<Wire> {
  const target = new URL(mongodbUri);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  let last: string | null = null;
  const cut = (): void => {
    server?.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const carry = (near: Socket): void => {
    const far = connect(Number(target.port || 27_017), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (last !== null && bytes.includes(last)) {
        last = null;
        cut();
      } else far.write(bytes);
    });
    far.pipe(near);
  };
  const mend = (): Promise<void> =>
    new Promise((resolve) => {
      const listening = createServer(carry);
      server = listening;
      listening.listen(port, '127.0.0.1', () => {
        const bound = listening.address();
        port = typeof bound === 'object' && bound !== null ? bound.port : 0;
        resolve();
      });
    });
  await mend();
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    cut,
    mend,
    cutAt(text) {
      last = text;
    },
  };
}
