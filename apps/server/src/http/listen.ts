import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { CommandError, PortInUse } from '../cli/command-error.ts';
import type { App } from './create-app.ts';
import { limitConnections, type SocketLimits, socketLimits, socketOptions } from './socket-limits.ts';

/** Where to listen. */
export interface Address {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** A server that listens. */
export interface Listener {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, waits for those under way, and after a while ends them too. */
  close(patience?: number): Promise<void>;
}

/**
 * Listens.
 *
 * @param command what to call with another port, for the message
 * @param limits of connections; those of tests are shorter
 * @throws PortInUse, or CommandError where the address cannot be had for another reason
 */
export async function listen(
  app: App,
  { host, port }: Address,
  command: string,
  limits: SocketLimits = socketLimits,
): Promise<Listener> {
  // Without a `createServer` of another module it is node:http's.
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: socketOptions(limits) }) as Server;
  limitConnections(server, limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, { host, port }, command)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const shown = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return {
    url: `http://${shown}:${actual}`,
    port: actual,
    close: (patience = 10_000) =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), patience);
        // A connection kept alive is idle only once its last answer is through.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(impatient);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}

function refusal(error: NodeJS.ErrnoException, { host, port }: Address, command: string): Error {
  if (error.code === 'EADDRINUSE') return new PortInUse(port, command);
  if (error.code === 'EACCES')
    return new CommandError(
      `Port ${port} is kept for the system’s own programs. Plimsoll cannot answer there. Choose one above 1023: plimsoll ${command} --port 4000`,
    );
  return new CommandError(
    `Cannot listen on ${host}, port ${port} (${error.message}). Plimsoll cannot answer there. Give an address of this machine with --host.`,
  );
}
