import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

const acceptable = /^[\w.:-]{1,128}$/;

/** What {@link requestLog} leaves for those after it. */
export interface RequestVariables {
  readonly Variables: { requestId: string };
}

/**
 * Gives each request an id, sends it back as `x-request-id`, and writes a line when it has been answered. Of the address
 * only the path is written: queries and headers may hold tokens.
 */
export function requestLog(logger: Logger): MiddlewareHandler<RequestVariables> {
  return async (context, next) => {
    const given = context.req.header('x-request-id') ?? '';
    const requestId = acceptable.test(given) ? given : crypto.randomUUID();
    const started = performance.now();
    context.set('requestId', requestId);
    await next();
    context.header('x-request-id', requestId);
    const { method, path } = context.req;
    const milliseconds = Math.round(performance.now() - started);
    const level = path === '/health' || path === '/ready' ? 'debug' : 'info';
    logger[level]({ requestId, method, path, status: context.res.status, milliseconds }, 'request');
  };
}
