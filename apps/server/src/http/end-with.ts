/**
 * Lets an open-ended answer, such as a subscription's event stream, come to its end when the server stops: it would hold
 * the server up otherwise. Other answers pass as they are.
 */
export function endWith(response: Response, stop: AbortSignal): Response {
  const { body } = response;
  if (body === null || !(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return response;
  const reader = body.getReader();
  let end = (): void => undefined;
  const forget = (): void => stop.removeEventListener('abort', end);
  const ending = new ReadableStream<Uint8Array>({
    start: (controller) => {
      end = () => {
        controller.close();
        void reader.cancel();
      };
      if (stop.aborted) end();
      else stop.addEventListener('abort', end, { once: true });
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (stop.aborted) return;
      if (!done) return controller.enqueue(value);
      forget();
      controller.close();
    },
    cancel: (reason) => {
      forget();
      return reader.cancel(reason);
    },
  });
  return new Response(ending, response);
}
