import type { PGlite } from '@electric-sql/pglite';

/** Status that PostgreSQL's own errors leave its main loop with; it goes on after them. */
const ordinaryError = 100;

/**
 * Makes a PGlite whose database has ended reject every call from then on.
 *
 * PostgreSQL ends itself when it cannot go on safely, such as with `PANIC: could not write to log file`. PGlite takes the
 * exception for an ordinary error and enters the main loop again, which ends again, for ever: the process would be busy
 * at 100 %, without a word, deaf to signals.
 *
 * @returns asks what the database ended with; `undefined` while it runs
 */
export function stopAfterAbort(pglite: PGlite): () => unknown {
  const module = pglite.Module;
  let ended: { readonly cause: unknown } | undefined;
  const mainLoop = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    if (ended !== undefined) throw ended.cause;
    try {
      mainLoop();
    } catch (error) {
      if (!isOrdinary(error)) ended = { cause: error };
      throw error;
    }
  };
  // PGlite calls these outside of the block that swallows what the main loop throws.
  const { stackRestore, _PostgresSendReadyForQueryIfNecessary: sendReady } = module;
  module.stackRestore = (pointer) => {
    if (ended !== undefined) throw ended.cause;
    return stackRestore(pointer);
  };
  module._PostgresSendReadyForQueryIfNecessary = () => {
    if (ended !== undefined) throw ended.cause;
    sendReady();
  };
  return () => ended?.cause;
}

function isOrdinary(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === ordinaryError;
}
