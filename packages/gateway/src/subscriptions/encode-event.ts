import type { ExecutionResult, GraphQLError } from 'graphql';

const encoder = new TextEncoder();

// An event is sent to many clients as it is; those that are told of an error get a copy with their request's id.
const encoded = new WeakMap<ExecutionResult, Uint8Array<ArrayBuffer>>();

/**
 * Writes an execution result as a server-sent event of graphql-sse's protocol, with the event's id from
 * `extensions.eventId`. A result that holds nothing but an id becomes an event without data, which moves a client's last
 * event id and is not seen otherwise.
 */
export function encodeEvent(result: ExecutionResult): Uint8Array<ArrayBuffer> {
  const known = encoded.get(result);
  if (known !== undefined) return known;
  const bytes = encoder.encode(`${lines(result).join('\n')}\n\n`);
  encoded.set(result, bytes);
  return bytes;
}

/** The same result with an id. */
export function withEventId(result: ExecutionResult, eventId: string): ExecutionResult {
  return { ...result, extensions: { ...result.extensions, eventId } };
}

function lines(result: ExecutionResult): readonly string[] {
  const { data, errors, extensions } = result;
  const id = extensions?.eventId;
  const retryAfter = errors?.[0]?.extensions.retryAfter;
  return [
    ...(typeof id === 'string' ? [`id: ${id}`] : []),
    ...(typeof retryAfter === 'number' ? [`retry: ${retryAfter * 1_000}`] : []),
    ...(data === undefined && errors === undefined
      ? []
      : [
          'event: next',
          `data: ${JSON.stringify(errors === undefined ? result : { ...result, errors: errors.map(told) })}`,
        ]),
  ];
}

/** An error without what is for the HTTP response alone. */
function told(error: GraphQLError): unknown {
  const { http: _, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions };
}
