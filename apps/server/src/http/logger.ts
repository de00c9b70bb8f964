import { type Logger, pino } from 'pino';
import { UsageError } from '../cli/command-error.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * The log: one JSON object a line on standard error. Headers and keys that may hold secrets are struck out, should one
 * ever get here.
 *
 * @param fallback level where `LOG_LEVEL` says nothing
 * @throws UsageError for a level that is none
 */
export function createLogger(fallback: string, env: NodeJS.ProcessEnv = process.env): Logger {
  const level = env.LOG_LEVEL ?? fallback;
  if (!levels.includes(level))
    throw new UsageError(`LOG_LEVEL is "${level}", which is no level. Choose one of ${levels.join(', ')}.`);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['authorization', 'cookie', 'token', 'embedKey', 'databaseUrl'].flatMap((key) => [
          key,
          `*.${key}`,
          `*.headers.${key}`,
        ]),
        censor: '[struck out]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
