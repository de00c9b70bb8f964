import type { StoreOptions } from '@plimsoll/store';
import type { ArgsDef } from 'citty';
import { UsageError } from './command-error.ts';

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
  'memory-budget': {
    type: 'string',
    valueHint: 'MB',
    description: 'How much memory the history of one workspace may take (MEMORY_BUDGET, or 1024)',
  },
} as const satisfies ArgsDef;

/** What {@link storeArgs} parse to. */
export interface StoreArgs {
  readonly 'data-dir'?: string | undefined;
  readonly 'database-url'?: string | undefined;
  readonly 'memory-budget'?: string | undefined;
}

/** Which database is meant. What is typed comes before what the environment says. */
export function storeOptions(args: StoreArgs, env: NodeJS.ProcessEnv = process.env): StoreOptions {
  const url = args['database-url'] ?? (args['data-dir'] === undefined ? env.DATABASE_URL : undefined);
  const limits = limitsFrom(args['memory-budget'] ?? env.MEMORY_BUDGET);
  const isFolder = url === undefined || url === '';
  return isFolder ? { dataDir: args['data-dir'] ?? '.plimsoll', ...limits } : { databaseUrl: url, ...limits };
}

function limitsFrom(budget: string | undefined): Pick<StoreOptions, 'memoryBudget'> {
  if (budget === undefined || budget === '') return {};
  if (/^\d+$/.test(budget)) return { memoryBudget: Number(budget) };
  throw new UsageError(
    `UsageError: "${budget}" is no memory budget. It says how many MB the history of one workspace may take. Give a whole number, such as --memory-budget 4096.`,
  );
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
