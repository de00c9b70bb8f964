import { sql } from 'kysely';
import type { TicketRecord } from '../records/ticket.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

type Row = readonly [string, string, number, string | null, string | null, string | null, string | null];

/** The tickets of a source as they were sent, the oldest first. */
export async function readTickets(tx: WorkspaceTransaction, source: string): Promise<readonly TicketRecord[]> {
  const rows = await packedRows<Row>(
    tx.trx,
    sql`ticket_id, external_id, (extract(epoch from created_at) * 1000)::bigint, requester, priority, channel, schedule_key`,
    sql`from (
          select ticket.*, account.external_id
          from ticket join account using (workspace_id, account_id)
          where ticket.workspace_id = ${tx.workspace} and ticket.source = ${source}
          order by ticket.created_at, ticket.ticket_id
        ) as known`,
  );
  return rows.map(([ticketId, accountExternalId, createdAt, requester, priority, channel, schedule]) => ({
    ticketId,
    accountExternalId,
    createdAt: new Date(createdAt).toISOString(),
    ...(requester === null ? {} : { requester }),
    ...(priority === null ? {} : { priority }),
    ...(channel === null ? {} : { channel }),
    ...(schedule === null ? {} : { schedule }),
  }));
}
