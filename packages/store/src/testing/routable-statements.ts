import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import pg from 'pg';
import { type RunStatement, statementChannel } from '../backends/statement-channel.ts';
import { type PlanNode, tablesOf, whyUnroutable } from './routability.ts';

/** Collects every statement that stores of this process run, each text once. */
export class RunStatements {
  readonly #met = new Map<string, RunStatement>();
  readonly #take = (message: unknown): void => {
    // The channel tells of nothing else.
    const statement = message as RunStatement;
    if (!this.#met.has(statement.sql)) this.#met.set(statement.sql, statement);
  };

  start(): void {
    subscribe(statementChannel, this.#take);
  }

  /** Takes no more, and gives what was run. */
  stop(): readonly RunStatement[] {
    unsubscribe(statementChannel, this.#take);
    return [...this.#met.values()];
  }
}

const readsOrWrites = /^\s*(select|insert|update|delete|with)\b/i;

/** What Citus could not send to one shard, with the reason before it. */
export async function unroutable(url: string, statements: readonly RunStatement[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly name: string }>(
      `select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attnum = 1
       where relkind = 'r' and attname = 'workspace_id' and relnamespace = current_schema()::regnamespace`,
    );
    const tenantTables = new Set(rows.map(({ name }) => name));
    const found: string[] = [];
    for (const statement of statements) {
      if (!readsOrWrites.test(statement.sql)) continue;
      const plan = await planOf(client, statement.sql);
      const listsWorkspaces = statement.parameters.length === 0 && [...tablesOf(plan)].join() === 'workspace';
      const why = listsWorkspaces ? undefined : whyUnroutable(statement, plan, tenantTables);
      if (why !== undefined) found.push(`${why}: ${statement.sql.replaceAll(/\s+/g, ' ').trim()}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

async function planOf(client: pg.Client, sql: string): Promise<PlanNode> {
  const { rows } = await client.query<{ readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `explain (generic_plan, verbose, format json) ${sql}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error(`There is no plan of: ${sql}`);
  return plan;
}
