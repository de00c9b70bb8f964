import { sql } from 'kysely';
import type { Backend } from '../backends/backend.ts';

/** Tables that imports fill, with the columns that rows of them are looked up by. */
const lookedUpBy = {
  account: ['workspace_id', 'account_id', 'external_id'],
  movement: ['workspace_id', 'account_id'],
  reported_number: ['workspace_id', 'account_id', 'number_key', 'day'],
  response: ['workspace_id', 'account_id', 'external_id'],
  subscription_change: ['workspace_id', 'subscription_id', 'account_id'],
  ticket: ['workspace_id', 'ticket_id', 'account_id'],
  ticket_event: ['workspace_id', 'ticket_id', 'event_id'],
  usage_day: ['workspace_id', 'account_id', 'day', 'user_no'],
  usage_event: ['workspace_id', 'event_key', 'account_id', 'day', 'user_no'],
  usage_user: ['workspace_id', 'account_id', 'user_key'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A table that imports fill. */
export type FilledTable = keyof typeof lookedUpBy;

/** Whether a table is one of them. */
export function isFilledTable(table: string): table is FilledTable {
  return Object.hasOwn(lookedUpBy, table);
}

/** How many rows of a workspace a table takes before it is looked at, and how many times as many until the next time. */
const firstLook = 4_000;
const untilNext = 8;

/** How closely they are looked at: a quarter of what is usual tells how many rows there are of what, and keeps writers waiting less. */
const statisticsTarget = 25;

interface Filling {
  rows: number;
  lookAt: number;
}

/**
 * Keeps what the database believes of its tables from falling behind what a workspace wrote to them. A workspace that it
 * has never looked at counts as one row: then every index that begins with the workspace is as good to it as any other, and
 * looking up a batch's rows reads all that the workspace has, more with every batch. A server looks by itself once a minute
 * at best, which is when most imports are over; a database in process never does.
 */
export class Statistics {
  readonly #backend: Backend;
  readonly #fillings = new Map<string, Filling>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Lets the database look at tables that a workspace wrote so many rows to, once those are committed. */
  async follow(workspace: string, filled: ReadonlyMap<FilledTable, number>): Promise<void> {
    const due = [...filled].flatMap(([table, rows]) => (this.#isDue(workspace, table, rows) ? [table] : []));
    if (due.length === 0) return;
    const tables = due.map((table) => `${table} (${lookedUpBy[table].join(', ')})`);
    const look = this.#backend.db.transaction().execute(async (trx) => {
      await sql`set local default_statistics_target = ${sql.lit(statisticsTarget)}`.execute(trx);
      await sql.raw(`analyze (skip_locked) ${tables.join(', ')}`).execute(trx);
    });
    // What was written stands whatever comes of this. A table that is being vacuumed is looked at just then.
    await look.catch(() => undefined);
  }

  #isDue(workspace: string, table: FilledTable, rows: number): boolean {
    // No workspace's key holds a NUL.
    const key = `${table}\0${workspace}`;
    const filling = this.#fillings.get(key) ?? { rows: 0, lookAt: firstLook };
    this.#fillings.set(key, filling);
    filling.rows += rows;
    if (filling.rows < filling.lookAt) return false;
    while (filling.lookAt <= filling.rows) filling.lookAt *= untilNext;
    return true;
  }
}
