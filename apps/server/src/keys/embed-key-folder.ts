import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StoreOptions } from '@plimsoll/store';

/**
 * The folder in which this machine keeps its signing keys for a database, readable by its owner alone. For the built-in
 * database it is in the data folder; for PostgreSQL in the configuration folder of the user: `PLIMSOLL_CONFIG_DIR`, else `plimsoll`
 * in `XDG_CONFIG_HOME`, else `~/.config/plimsoll`. A database is identified by host, port and name.
 */
export function embedKeyFolder(options: StoreOptions, env: NodeJS.ProcessEnv = process.env): string {
  if (options.databaseUrl === undefined) return join(options.dataDir ?? '.plimsoll', 'embed-keys');
  const config = env.PLIMSOLL_CONFIG_DIR ?? join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'plimsoll');
  return join(config, 'embed-keys', folderName(options.databaseUrl));
}

/** Host, port and name of a database, never its user or password, as a name that every file system takes. */
function folderName(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  const host = url?.hostname || url?.searchParams.get('host') || 'localhost';
  const name = [host, url?.port || '5432', url?.pathname.slice(1) ?? ''].join('_');
  return encodeURIComponent(name).replaceAll('%', '~').replaceAll('*', '~2A');
}
