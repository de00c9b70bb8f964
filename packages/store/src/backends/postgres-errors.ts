import { DatabaseUnavailable, DiskFull, StoreError, UnsupportedDatabase } from '../errors.ts';

const advice: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Check the host name in DATABASE_URL.',
  EAI_AGAIN: 'Check the host name in DATABASE_URL and that names can be resolved.',
  '28P01': 'Check user and password in DATABASE_URL.',
  '28000': 'Check the user in DATABASE_URL and what pg_hba.conf lets in.',
  '3D000': 'Create the database, or check its name in DATABASE_URL.',
  '25006': 'It is a standby, or set to read only: name the primary server in DATABASE_URL.',
  '53200': 'Give the server more memory, or let fewer processes connect.',
  '58030': 'The server cannot read or write its files: see its log.',
  XX001: 'The server found damaged data: see its log, and restore a backup where that is needed.',
  XX002: 'The server found a damaged index: see its log, and rebuild it with REINDEX.',
  '53300': 'Raise max_connections on the server, or let fewer processes connect.',
};

const lost =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08|57P0|28P01$|28000$|3D000$|25006$|53|58|XX00[12]$)/;
const lostMessage =
  /connection terminated|timeout exceeded when trying to connect|not queryable|pool after calling end/i;

/** What an error of the server or of the way to it means; `undefined` for one that is about the statement. */
export function translatePostgresError(error: unknown, place: string): StoreError | undefined {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === '42501') {
    return new UnsupportedDatabase(
      `UnsupportedDatabase: the user of the database at ${place} lacks a right (${message}). The store makes its tables in the user's schema and two roles that keep workspaces apart. As an administrator run: CREATE ROLE plimsoll_app NOLOGIN; CREATE ROLE plimsoll_directory NOLOGIN; GRANT plimsoll_app, plimsoll_directory TO the user; GRANT CREATE ON SCHEMA public TO the user.`,
      { cause: error },
    );
  }
  if (code === '53100') {
    return new DiskFull(
      `DiskFull: the server of the database at ${place} has no room left on its disk (${message}). Nothing of this write was stored; what was acknowledged before is kept and can be read. Make room on the server's disk: writes are taken again without a restart.`,
      { cause: error },
    );
  }
  if (!lost.test(code) && !lostMessage.test(message)) return undefined;
  return new DatabaseUnavailable(
    `DatabaseUnavailable: the database at ${place} does not answer (${message || code}). Nothing can be read or written until it does, and nothing that was acknowledged is lost. ${advice[code] ?? 'Start it, or check host and port in DATABASE_URL; then try again.'}`,
    { cause: error },
  );
}

function codeOf(error: unknown): string {
  // Where a name has several addresses, the reasons for each come in one AggregateError.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
