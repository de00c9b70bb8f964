import { limits } from './limits.ts';

/** A refusal for a request whose body says it is too large, or does not say how large it is; otherwise `undefined`. */
export function limitedBody(request: Request): Response | undefined {
  if (request.method !== 'POST') return undefined;
  const length = request.headers.get('content-length');
  if (length === null || Number(length) <= limits.bodyBytes) return undefined;
  return Response.json(
    {
      errors: [
        {
          message: `The request body is ${length} bytes long and may have ${limits.bodyBytes}. Send less at a time.`,
          extensions: { code: 'QUERY_TOO_COMPLEX' },
        },
      ],
    },
    { status: 413 },
  );
}
