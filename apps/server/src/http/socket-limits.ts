import type { Server, ServerOptions } from 'node:http';

/**
 * What a connection may take before a request has arrived whole, so that slow or many connections do not hold the server up.
 * Each is tested in `socket-limits.test.ts`.
 */
export interface SocketLimits {
  /** Bytes of all headers of a request. */
  readonly headerBytes: number;
  /** Headers of a request. */
  readonly headers: number;
  /** Milliseconds until the headers have arrived. */
  readonly headersTimeout: number;
  /** Milliseconds until the whole request has arrived. */
  readonly requestTimeout: number;
  /** Milliseconds that an idle connection is kept for its next request. */
  readonly keepAliveTimeout: number;
  /** Connections at a time; more are closed at once. */
  readonly connections: number;
}

/** The limits of `plimsoll serve` and `plimsoll demo`. */
export const socketLimits: SocketLimits = {
  headerBytes: 32_768,
  headers: 100,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connections: 2_000,
};

/** Milliseconds between two looks for connections whose time is over. */
const checkEvery = 1_000;

/** The options that a server is made with; {@link limitConnections} sets the rest. */
export function socketOptions(limits: SocketLimits): ServerOptions {
  return {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: checkEvery,
  };
}

/** Limit how many connections a server has, and how many headers a request. */
export function limitConnections(server: Server, { connections, headers }: SocketLimits): void {
  server.maxConnections = connections;
  server.maxHeadersCount = headers;
}
