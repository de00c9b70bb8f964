import { GatewayError } from '../errors/gateway-error.ts';

/** A request's signal follows the one that it was made from only for as long as that is not garbage, so it is kept with it. */
const originals = new WeakMap<Request, Request>();

/**
 * Receive a request's body up to a limit, whether the request says how long it is or not.
 *
 * @returns the request with its body in memory
 * @throws GatewayError QUERY_TOO_COMPLEX, with HTTP status 413
 */
export async function withinBodyLimit(request: Request, maxBytes: number): Promise<Request> {
  if (request.body === null) return request;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const limited = new Request(request, { body: new Blob(chunks) });
  originals.set(limited, request);
  return limited;
}

function tooLarge(maxBytes: number): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The request body is longer than the ${maxBytes} bytes it may have. Send less at a time.`,
    413,
  );
}
