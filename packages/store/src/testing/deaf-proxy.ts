import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

const notification = 'A'.charCodeAt(0);

/**
 * A way to a PostgreSQL on which notifications get lost, as they do behind a pooler that lends connections out by the
 * transaction. Ends with the test.
 *
 * @returns the URL of the same database by that way
 */
export async function deafProxy(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl);
  const port = Number(url.port);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, url.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream);
    let pending: Buffer = Buffer.alloc(0);
    upstream.on('data', (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      // A message: its type in one byte, then its length without that byte.
      while (pending.length >= 5 && pending.length > pending.readUInt32BE(1)) {
        const end = pending.readUInt32BE(1) + 1;
        if (pending[0] !== notification) client.write(pending.subarray(0, end));
        pending = pending.subarray(end);
      }
    });
    upstream.on('close', () => client.end());
    client.on('close', () => upstream.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
  url.port = String(address.port);
  return url.href;
}
