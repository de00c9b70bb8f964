import type { Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Decision, Quota } from './gcra.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { RateLimits } from './rate-limits.ts';

/** What one request has used of the quotas of its credential and its workspace. */
export interface UsedRate {
  /** `RateLimit-Policy` and `RateLimit`, for the response. */
  readonly headers: Readonly<Record<string, string>>;
  /** Give back what the request did not use in the end. */
  refund(units: number): Promise<void>;
}

/**
 * Use the weight of an operation from the quotas of a viewer's credential and workspace.
 *
 * @throws GatewayError RATE_LIMITED with HTTP status 429 and `Retry-After`
 */
export async function useRate(
  limiter: RateLimiter,
  limits: RateLimits,
  { workspace, holder }: Viewer,
  weight: number,
): Promise<UsedRate> {
  const quotas = [
    { name: 'credential', key: `credential ${holder}`, quota: limits.credential },
    { name: 'workspace', key: 'workspace', quota: limits.workspace },
  ] as const;
  const policy = quotas.map(({ name, quota }) => `"${name}";q=${quota.limit};w=${quota.window}`).join(', ');
  const used: { readonly key: string; readonly quota: Quota }[] = [];
  const states: string[] = [];
  const giveBack = async (units: number): Promise<void> => {
    if (units <= 0) return;
    for (const { key, quota } of used) await limiter.refund(workspace, key, quota, units);
  };
  for (const { name, key, quota } of quotas) {
    const decision = await limiter.use(workspace, key, quota, weight);
    states.push(`"${name}";r=${decision.remaining};t=${decision.reset}`);
    if (!decision.allowed) {
      await giveBack(weight);
      throw limited(name, decision, { 'ratelimit-policy': policy, ratelimit: states.join(', ') });
    }
    used.push({ key, quota });
  }
  return { headers: { 'ratelimit-policy': policy, ratelimit: states.join(', ') }, refund: giveBack };
}

function limited(of: string, { retryAfter }: Decision, headers: Readonly<Record<string, string>>): GatewayError {
  return new GatewayError(
    'RATE_LIMITED',
    `The ${of} has used up what it may ask for at the moment. Try again in ${retryAfter} seconds, or ask for less.`,
    429,
    { ...headers, 'retry-after': String(retryAfter) },
  );
}
