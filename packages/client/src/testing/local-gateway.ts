import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the local gateway saw it. */
export interface SeenRequest {
  readonly authorization: string | undefined;
  readonly operationName: string | undefined;
  readonly accept: string | undefined;
  readonly lastEventId: string | undefined;
}

/** A real HTTP server on this machine that stands for the network's far end. */
export interface LocalGateway extends AsyncDisposable {
  readonly endpoint: string;
  readonly seen: readonly SeenRequest[];
}

/** Starts a server that hands each GraphQL request to `answer`, which writes the response as it likes. */
export async function startLocalGateway(
  answer: (request: SeenRequest, response: ServerResponse) => void,
): Promise<LocalGateway> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const { operationName } = JSON.parse(await bodyOf(request));
    const { authorization, accept } = request.headers;
    const lastEventId = request.headers['last-event-id']?.toString();
    const summary = { authorization, accept, operationName, lastEventId };
    seen.push(summary);
    answer(summary, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server listening on TCP has an address object; only pipes have a string.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/graphql`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes a GraphQL result as JSON. */
export function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(body));
}

/** An unsigned JWT with the given claims: only its times matter on this side. */
export function tokenWith(claims: Readonly<Record<string, unknown>>): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'none' })}.${encode(claims)}.`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
