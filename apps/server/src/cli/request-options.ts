import { defaultRateLimits, defaultRequestLimits, type RateLimits, type RequestLimits } from '@plimsoll/gateway';
import type { ArgsDef } from 'citty';
import { UsageError } from './command-error.ts';

/** Options that bound what requests may cost. */
export const requestArgs = {
  deadline: {
    type: 'string',
    valueHint: 'SECONDS',
    description: `How long answering one request may take (${defaultRequestLimits.deadline / 1_000})`,
  },
  'rate-limit': {
    type: 'string',
    valueHint: 'UNITS',
    description: `Units of 10 microseconds that a credential may use a minute (${defaultRateLimits.credential.limit})`,
  },
  'shared-rate-limits': {
    type: 'boolean',
    description: 'Count rate limits in the database, for several servers that share it',
  },
} as const satisfies ArgsDef;

/**
 * Read the limits of requests that were typed. A workspace may use four times what one of its credentials may.
 *
 * @throws UsageError for what is no whole number above 0
 */
export function requestOptions(args: {
  readonly deadline?: string | undefined;
  readonly 'rate-limit'?: string | undefined;
}): { readonly limits: Partial<RequestLimits>; readonly rates: Partial<RateLimits> } {
  const deadline = countOf('deadline', args.deadline, 'seconds, such as --deadline 30');
  const units = countOf('rate-limit', args['rate-limit'], 'units, such as --rate-limit 5000000');
  return {
    limits: deadline === undefined ? {} : { deadline: deadline * 1_000 },
    rates:
      units === undefined
        ? {}
        : { credential: { limit: units, window: 60 }, workspace: { limit: 4 * units, window: 60 } },
  };
}

function countOf(name: string, text: string | undefined, form: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new UsageError(
    `"${text}" cannot be --${name}. Requests would have no limit that is meant. Give a whole number of ${form}.`,
  );
}
