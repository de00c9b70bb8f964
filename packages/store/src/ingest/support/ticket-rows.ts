import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../../transactions/workspace-transaction.ts';

/** A ticket on its way into the database, and out of it. */
export interface Ticket {
  readonly ticketId: string;
  readonly accountId: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly createdAt: number;
  readonly requester: string | null;
  readonly priority: string | null;
  readonly channel: string | null;
  /** `null`: the schedule called `default`. */
  readonly schedule: string | null;
}

type Row = readonly [string, string, number, string | null, string | null, string | null, string | null];

/** Stored tickets of a source, by their ids. */
export async function loadTickets(
  tx: WorkspaceTransaction,
  source: string,
  ticketIds: readonly string[],
): Promise<Map<string, Ticket>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await packedRows<Row>(
    tx.trx,
    sql`ticket_id, account_id, (extract(epoch from created_at) * 1000)::bigint, requester, priority, channel, schedule_key`,
    sql`from ticket
        where workspace_id = ${tx.workspace} and source = ${source} and ticket_id = any(${arrayOf('text', ticketIds)})`,
  );
  return new Map(
    rows.map(([ticketId, accountId, createdAt, requester, priority, channel, schedule]) => [
      ticketId,
      { ticketId, accountId, createdAt, requester, priority, channel, schedule },
    ]),
  );
}

/** Writes tickets, each in place of the one with its id. */
export async function saveTickets(tx: WriteTransaction, source: string, tickets: readonly Ticket[]): Promise<void> {
  if (tickets.length === 0) return;
  tx.effects.changed = true;
  await insertRows(
    tx,
    'ticket',
    tickets,
    {
      ticket_id: ['text', ({ ticketId }) => ticketId],
      source: ['text', () => source],
      account_id: ['uuid', ({ accountId }) => accountId],
      created_at: ['timestamptz', ({ createdAt }) => new Date(createdAt).toISOString()],
      requester: ['text', ({ requester }) => requester],
      priority: ['text', ({ priority }) => priority],
      channel: ['text', ({ channel }) => channel],
      schedule_key: ['text', ({ schedule }) => schedule],
    },
    ['source', 'ticket_id'],
  );
}
