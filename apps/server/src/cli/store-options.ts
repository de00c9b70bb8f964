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
  durable: {
    type: 'boolean',
    description: 'Let the built-in database wait for the disk at each write, so that a power cut loses nothing',
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
  readonly durable?: boolean | undefined;
  readonly 'database-url'?: string | undefined;
  readonly 'memory-budget'?: string | undefined;
}

/** Which database is meant. What is typed comes before what the environment says. @throws UsageError */
export function storeOptions(args: StoreArgs, env: NodeJS.ProcessEnv = process.env): StoreOptions {
  const url = args['database-url'] ?? (args['data-dir'] === undefined ? env.DATABASE_URL : undefined);
  const limits = limitsFrom(args['memory-budget'] ?? env.MEMORY_BUDGET);
  const isFolder = url === undefined || url === '';
  if (isFolder) {
    const durable = args.durable === true ? { durable: true } : {};
    return { dataDir: args['data-dir'] ?? '.plimsoll', ...durable, ...limits };
  }
  if (args.durable === true)
    throw new UsageError(
      'UsageError: --durable is for the built-in database, and a PostgreSQL is named. A server decides by its own settings, fsync and synchronous_commit. Leave --durable out.',
    );
  return { databaseUrl: url, ...limits };
}

function limitsFrom(budget: string | undefined): Pick<StoreOptions, 'memoryBudget'> {
  if (budget === undefined || budget === '') return {};
  if (/^\d+$/.test(budget)) return { memoryBudget: Number(budget) };
  throw new UsageError(
    `UsageError: "${budget}" is no memory budget. It says how many MB the history of one workspace may take. Give a whole number, such as --memory-budget 4096.`,
  );
}

/** Possible cost of a power cut, and a way to avoid it. */
export interface PowerCutRisk {
  readonly cost: string;
  readonly mend: string;
}

/** Risk of a power cut to the database; `undefined` where each write waits for the disk, or a server decides on that. */
export function powerCutRisk({ databaseUrl, durable }: StoreOptions): PowerCutRisk | undefined {
  if (databaseUrl !== undefined || durable === true) return undefined;
  return {
    cost: 'A power cut, or a crash of the operating system, can cost the writes of the last half minute and in the worst case the database; a crash of this process costs nothing.',
    mend: 'Add --durable to let each write wait for the disk, or use a PostgreSQL.',
  };
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
