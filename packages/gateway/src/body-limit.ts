import { limits } from './limits.ts';

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
  return new Request(request, { body: new Blob(chunks) });
}

function tooLarge(): Response {
  const message = `The request body is longer than the ${limits.bodyBytes} bytes it may have. Send less at a time.`;
  return Response.json({ errors: [{ message, extensions: { code: 'QUERY_TOO_COMPLEX' } }] }, { status: 413 });
}
