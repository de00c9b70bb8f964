import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './create-app.ts';
import { type Listener, listen } from './listen.ts';
import { type SocketLimits, socketLimits } from './socket-limits.ts';

let listener: Listener | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await listener?.close(0);
});

async function serve(limits: Partial<SocketLimits>): Promise<number> {
  const app = new Hono().all('*', async (context) => context.text(String((await context.req.text()).length)));
  // It needs none of the variables that the product's app has.
  listener = await listen(app as unknown as App, { host: '127.0.0.1', port: 0 }, 'serve', {
    ...socketLimits,
    ...limits,
  });
  return listener.port;
}

/** Opens a connection, writes, and resolves with all that the server says until it closes. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    sockets.push(socket);
    socket.on('data', (data) => {
      said += data.toString();
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}

const head = 'POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n';

describe('a connection', () => {
  it('is closed where its headers do not arrive in time', async () => {
    const port = await serve({ headersTimeout: 100, requestTimeout: 200 });
    expect(await talk(port, 'POST / HTTP/1.1\r\nhost: x\r\n')).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  it('is closed where its body does not arrive in time', async () => {
    const port = await serve({ headersTimeout: 100, requestTimeout: 200 });
    expect(await talk(port, `${head}content-length: 10\r\n\r\n12345`)).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  it('may send headers up to their size, and not beyond', async () => {
    const port = await serve({ headerBytes: 2_000 });
    const filled = (bytes: number): string => {
      const rest = `${head}content-length: 0\r\nx: \r\n\r\n`.length;
      return `${head}content-length: 0\r\nx: ${'y'.repeat(bytes - rest)}\r\n\r\n`;
    };
    expect(await talk(port, filled(1_900))).toMatch(/^HTTP\/1.1 200 /);
    expect(await talk(port, filled(2_100))).toMatch(/^HTTP\/1.1 431 /);
  });

  it('is refused where there are as many as there may be', async () => {
    const port = await serve({ connections: 1 });
    const first = connect(port, '127.0.0.1');
    sockets.push(first);
    await new Promise((resolve) => first.once('connect', resolve));
    expect(await talk(port, `${head}content-length: 0\r\n\r\n`).catch(() => '')).toBe('');
    first.end(`${head}content-length: 0\r\n\r\n`);
    await new Promise((resolve) => first.once('close', resolve).resume());
    expect(await talk(port, `${head}content-length: 0\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
  });
});
