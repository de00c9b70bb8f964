import type { ArgsDef } from 'citty';
import type { Address } from '../http/listen.ts';
import { UsageError } from './command-error.ts';

/** Options of the commands that listen. */
export const serverArgs = {
  port: { type: 'string', valueHint: 'NUMBER', description: 'Port to listen on (PORT, or 4000)' },
  host: { type: 'string', valueHint: 'ADDRESS', description: 'Address to listen on (HOST, or this machine alone)' },
  site: {
    type: 'string',
    valueHint: 'MODULE',
    description: 'A module with createSite(), whose pages are shown at /',
  },
} as const satisfies ArgsDef;

/**
 * Where to listen. Only this machine reaches it unless a host is given.
 *
 * @throws UsageError for a port that is none
 */
export function addressOf(
  args: { readonly port?: string | undefined; readonly host?: string | undefined },
  env: NodeJS.ProcessEnv = process.env,
): Address {
  const text = args.port ?? env.PORT ?? '4000';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`"${text}" is not a port. Nothing could listen there. Give a number from 1 to 65535.`);
  return { port: Number(text), host: args.host ?? env.HOST ?? '127.0.0.1' };
}
