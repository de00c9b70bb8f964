import type { StoreOptions } from '@plimsoll/store';
import type { ArgsDef } from 'citty';

/** Options of every command that needs the records. */
export const storeArgs = {
  'data-dir': {
    type: 'string',
    valueHint: 'FOLDER',
    description: 'Where the built-in database keeps its records (.plimsoll)',
  },
  'database-url': {
    type: 'string',
    valueHint: 'URL',
    description: 'A PostgreSQL to use instead, postgres://… (DATABASE_URL)',
  },
} as const satisfies ArgsDef;

/** What {@link storeArgs} parse to. */
export interface StoreArgs {
  readonly 'data-dir'?: string | undefined;
  readonly 'database-url'?: string | undefined;
}

/** Which database is meant. What is typed comes before what the environment says. */
export function storeOptions(args: StoreArgs, env: NodeJS.ProcessEnv = process.env): StoreOptions {
  const url = args['database-url'] ?? (args['data-dir'] === undefined ? env.DATABASE_URL : undefined);
  return url === undefined || url === '' ? { dataDir: args['data-dir'] ?? '.plimsoll' } : { databaseUrl: url };
}

/** A database in words, without its password. */
export function describeDatabase(options: StoreOptions): string {
  if (options.databaseUrl === undefined) return `the folder ${options.dataDir ?? 'memory'}`;
  try {
    const { hostname, port, pathname } = new URL(options.databaseUrl);
    return `PostgreSQL at ${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}
