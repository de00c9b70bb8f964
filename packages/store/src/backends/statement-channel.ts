import { channel } from 'node:diagnostics_channel';
import type { LogEvent } from 'kysely';

/** A statement as the database ran it. */
export interface RunStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Name of the diagnostics channel on which every {@link RunStatement} is told of; silent while nobody listens. */
export const statementChannel = 'plimsoll:store:statement';

const statements = channel(statementChannel);

/** Tells of a statement that was run. */
export function tellStatement({ level, query }: LogEvent): void {
  if (level !== 'query' || !statements.hasSubscribers) return;
  const statement: RunStatement = { sql: query.sql, parameters: query.parameters };
  statements.publish(statement);
}
