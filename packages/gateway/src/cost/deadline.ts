import { GatewayError } from '../errors/gateway-error.ts';

/** Says when nobody waits for an answer any more. */
export interface Deadline {
  /** Aborted when the client hangs up, or with code TIMEOUT when the time is over. */
  readonly signal: AbortSignal;
  /** Let the time run no longer. */
  clear(): void;
}

/** Start the time that a request has. @param milliseconds until its signal is aborted */
export function startDeadline(request: Request, milliseconds: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeout(milliseconds)), milliseconds);
  // Waiting for it must not keep a process alive that has nothing else to do.
  timer.unref();
  return { signal: AbortSignal.any([request.signal, controller.signal]), clear: () => clearTimeout(timer) };
}

function timeout(milliseconds: number): GatewayError {
  return new GatewayError(
    'TIMEOUT',
    `The answer took longer than the ${milliseconds / 1_000} seconds it may take, and was given up. Ask for fewer metrics, shorter periods or fewer accounts at a time.`,
    503,
  );
}
