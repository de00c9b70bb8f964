import { limits } from './limits.ts';

/** A request's signal follows the one that it was made from only for as long as that is not garbage, so it is kept with it. */
const originals = new WeakMap<Request, Request>();

/**
 * Holds a request's body to its limit, whether it says how long it is or not.
 *
 * @returns the request, or the refusal to send instead
 */
export async function withinBodyLimit(request: Request): Promise<Request | Response> {
  if (request.body === null) return request;
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) <= limits.bodyBytes ? request : tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > limits.bodyBytes) return tooLarge();
    chunks.push(chunk);
  }
  const limited = new Request(request, { body: new Blob(chunks) });
  originals.set(limited, request);
  return limited;
}

function tooLarge(): Response {
  const message = `The request body is longer than the ${limits.bodyBytes} bytes it may have. Send less at a time.`;
  return Response.json({ errors: [{ message, extensions: { code: 'QUERY_TOO_COMPLEX' } }] }, { status: 413 });
}
