import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import { expect, test } from 'vitest';
import { Pipeline } from './pipeline.ts';
import { sentAtOnce } from './sent-at-once.ts';

/** A database that takes as many milliseconds for a statement as it says, and fails where that is a negative number. */
function slowDatabase() {
  const told: string[] = [];
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql: text }: CompiledQuery): Promise<QueryResult<R>> {
      told.push(`${text} begins`);
      await sleep(Math.abs(Number(text)));
      told.push(`${text} is over`);
      if (Number(text) < 0) throw new Error(`${text} failed`);
      return { rows: [] };
    },
    streamQuery: () => {
      throw new Error('nothing is read in pieces here');
    },
  };
  class SlowDriver extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      return connection;
    }
  }
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SlowDriver(),
      createIntrospector: (one) => new PostgresIntrospector(one),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { db, told };
}

test('what is sent ahead goes out at once, is over when the work is, and the first failure is told', async () => {
  const { db, told } = slowDatabase();
  const work = db.transaction().execute(async (trx) => {
    const ahead = await sentAtOnce(trx);
    return Pipeline.during(async (pipeline) => {
      await pipeline.send(sql`-20`.execute(ahead));
      await pipeline.send(sql`-1`.execute(ahead));
      await pipeline.send(sql`40`.execute(ahead));
      expect(told.slice(0, 2)).toEqual(['-20 begins', '-1 begins']);
      // As a database says of what comes after a statement that failed.
      throw new Error('all is lost');
    });
  });
  await expect(work).rejects.toThrow('-20 failed');
  expect(told.at(-1)).toBe('40 is over');
});

test('work hands its value on, and its own failure where no statement failed', async () => {
  const { db, told } = slowDatabase();
  const value = Pipeline.during(async (pipeline) => {
    await pipeline.send(sql`20`.execute(db));
    return 'value';
  });
  expect(await value).toBe('value');
  expect(told).toEqual(['20 begins', '20 is over']);
  await expect(Pipeline.during(() => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});
