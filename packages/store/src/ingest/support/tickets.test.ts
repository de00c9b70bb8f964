import type { Ledger } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { ScheduleRecord, TicketEventRecord, TicketRecord } from '../../records/ticket.ts';
import { describeBackends } from '../../testing/backends.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const hour = 3600;
const day = (text: string): number => Date.parse(text) / 86_400_000;

const ticket: TicketRecord = { ticketId: 't1', accountExternalId: 'acme', createdAt: '2026-11-16T10:00:00Z' };
const events: readonly TicketEventRecord[] = [
  { ticketId: 't1', at: '2026-11-16T10:01:00Z', kind: 'publicReply', by: 'bot' },
  { ticketId: 't1', at: '2026-11-16T12:00:00Z', kind: 'publicReply', by: 'agent' },
  { ticketId: 't1', at: '2026-11-16T18:00:00Z', kind: 'resolved', by: 'agent' },
  { eventId: 'e4', ticketId: 't1', at: '2026-11-17T10:00:00Z', kind: 'reopened', by: 'customer' },
  { eventId: 'e5', ticketId: 't1', at: '2026-11-18T10:00:00Z', kind: 'resolved', by: 'agent' },
];
const office: ScheduleRecord = {
  key: 'default',
  validFrom: '2026-01-01',
  timeZone: 'UTC',
  hours: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({
    weekday,
    opens: '09:00',
    closes: '17:00',
  })),
};

/** The rows of a ledger's tickets, each with its account. */
function rowsOf({ accounts, tickets, resolutions }: Ledger) {
  const rows = ({ offsets, ...columns }: Ledger['tickets'] | Ledger['resolutions']) =>
    accounts.externalIds.flatMap((id, account) =>
      Array.from({ length: (offsets[account + 1] ?? 0) - (offsets[account] ?? 0) }, (_, row) => [
        id,
        ...Object.values(columns).map((column) => column[(offsets[account] ?? 0) + row]),
      ]),
    );
  return { tickets: rows(tickets), resolutions: rows(resolutions) };
}

async function freshWith(backend: { freshWorkspace(): Promise<WorkspaceStore> }): Promise<WorkspaceStore> {
  const workspace = await backend.freshWorkspace();
  await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
  return workspace;
}

const never = 2 ** 31 - 1;

describeBackends('tickets', (backend) => {
  test('come to waits and resolutions, in whatever order their events arrive', async () => {
    const workspace = await freshWith(backend);
    await workspace.upsertSchedules([office]);
    await workspace.upsertTickets([ticket]);
    for (const event of events.toReversed()) await workspace.upsertTicketEvents([event]);
    expect(rowsOf(await workspace.ledger())).toEqual({
      tickets: [['acme', day('2026-11-16'), 2 * hour, 2 * hour, 60, 60, 0]],
      resolutions: [
        ['acme', day('2026-11-16'), day('2026-11-17'), 8 * hour, 7 * hour, 1],
        ['acme', day('2026-11-18'), never, 48 * hour, 16 * hour, 0],
      ],
    });
  });

  test('are the same however often they are sent', async () => {
    const workspace = await freshWith(backend);
    const statuses = async () => [
      ...(await workspace.upsertTickets([ticket])).results.map(({ status }) => status),
      ...(await workspace.upsertTicketEvents(events)).results.map(({ status }) => status),
    ];
    expect(new Set(await statuses())).toEqual(new Set(['created']));
    const { revision } = await workspace.ledger();
    expect(new Set(await statuses())).toEqual(new Set(['unchanged']));
    expect((await workspace.ledger()).revision).toBe(revision);
  });

  test('follow a correction: another account, another time, an event of another ticket', async () => {
    const workspace = await freshWith(backend);
    await workspace.upsertTickets([ticket, { ...ticket, ticketId: 't2' }]);
    await workspace.upsertTicketEvents(events);
    await workspace.upsertTickets([{ ...ticket, accountExternalId: 'bolt', createdAt: '2026-11-16T11:00:00Z' }]);
    const moved = { eventId: 'e5', ticketId: 't2', at: '2026-11-18T10:00:00Z', kind: 'resolved', by: 'agent' } as const;
    expect((await workspace.upsertTicketEvents([moved])).results).toEqual([{ status: 'updated' }]);
    expect(rowsOf(await workspace.ledger())).toEqual({
      tickets: [
        ['acme', day('2026-11-16'), -1, -1, -1, -1, 0],
        // The bot’s reply is from before the ticket now.
        ['bolt', day('2026-11-16'), hour, -2, hour, -2, 0],
      ],
      resolutions: [
        ['acme', day('2026-11-18'), never, 48 * hour, -2, 1],
        ['bolt', day('2026-11-16'), day('2026-11-17'), 7 * hour, -2, 1],
      ],
    });
  });

  test('count the day they fall on in the workspace’s time zone', async () => {
    const workspace = await backend.freshWorkspace({ timeZone: 'Asia/Tokyo' });
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.upsertTickets([{ ...ticket, createdAt: '2026-11-16T15:00:00Z' }]);
    expect(rowsOf(await workspace.ledger()).tickets[0]?.[1]).toBe(day('2026-11-17'));
  });

  test('that make no sense are rejected record by record', async () => {
    const workspace = await freshWith(backend);
    const { results } = await workspace.upsertTickets([
      { ...ticket, ticketId: '' },
      { ...ticket, accountExternalId: 'nobody' },
      { ...ticket, createdAt: '2026-11-16' },
      ticket,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'ticketId',
      'accountExternalId',
      'createdAt',
      'created',
    ]);
    const event = { ticketId: 't1', at: '2026-11-16T12:00:00Z', kind: 'resolved', by: 'agent' } as const;
    const outcome = await workspace.upsertTicketEvents([
      { ...event, ticketId: 't9' },
      { ...event, at: '2026-11-16T09:59:59Z' },
      // What comes from a file or a host may be anything.
      { ...event, kind: 'solved' as 'resolved' },
      { ...event, by: 'nobody' as 'agent' },
      event,
      { ...event, at: '2199-11-16T12:00:00Z' },
    ]);
    expect(outcome.results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'ticketId',
      'at',
      'kind',
      'by',
      'created',
      'created',
    ]);
  });
});

describeBackends('schedules', (backend) => {
  const businessOf = async (workspace: WorkspaceStore) =>
    rowsOf(await workspace.ledger()).resolutions.map((row) => row[4]);

  test('that come later, or change, work out anew the tickets they rule and no other', async () => {
    const workspace = await freshWith(backend);
    await workspace.upsertTickets([
      ticket,
      { ...ticket, ticketId: 't2', accountExternalId: 'bolt', schedule: 'night' },
    ]);
    await workspace.upsertTicketEvents([
      ...events,
      { ticketId: 't2', at: '2026-11-16T12:00:00Z', kind: 'resolved', by: 'agent' },
    ]);
    expect(await businessOf(workspace)).toEqual([-2, -2, -2]);
    await workspace.upsertSchedules([office]);
    const before = await workspace.ledger();
    expect(await businessOf(workspace)).toEqual([7 * hour, 16 * hour, -2]);
    // From Tuesday on it is open for two hours more; what was over by then stays.
    const longer = office.hours.map((stretch) => ({ ...stretch, closes: '19:00' }));
    await workspace.upsertSchedules([{ ...office, validFrom: '2026-11-17', hours: longer }]);
    expect(await businessOf(workspace)).toEqual([7 * hour, 18 * hour, -2]);
    expect(rowsOf(before).resolutions.map((row) => row[4])).toEqual([7 * hour, 16 * hour, -2]);
    await workspace.upsertSchedules([{ ...office, validFrom: '2026-11-17', hours: longer, holidays: ['2026-11-17'] }]);
    expect(await businessOf(workspace)).toEqual([7 * hour, 8 * hour, -2]);
  });

  test('leave alone what was over before they came into force', async () => {
    const workspace = await freshWith(backend);
    await workspace.upsertTickets([ticket]);
    await workspace.upsertTicketEvents(events);
    await workspace.upsertSchedules([office]);
    const { resolutions } = await workspace.ledger();
    await workspace.upsertSchedules([{ ...office, validFrom: '2026-12-01', hours: [] }]);
    expect((await workspace.ledger()).resolutions).toBe(resolutions);
  });

  test('that make no sense are rejected record by record', async () => {
    const workspace = await backend.freshWorkspace();
    const [monday] = office.hours;
    if (monday === undefined) throw new Error('the week has a Monday');
    const { results } = await workspace.upsertSchedules([
      { ...office, key: ' ' },
      { ...office, validFrom: 'today' },
      { ...office, timeZone: 'Europe/Atlantis' },
      { ...office, hours: [{ ...monday, closes: '09:00' }] },
      { ...office, hours: [{ ...monday, opens: '25:00' }] },
      { ...office, hours: [monday, { ...monday, opens: '16:59', closes: '24:00' }] },
      { ...office, holidays: ['2026-02-30'] },
      { ...office, hours: [monday, { ...monday, opens: '17:00', closes: '24:00' }] },
      { ...office, hours: [{ ...monday, opens: '17:00', closes: '24:00' }, monday] },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'key',
      'validFrom',
      'timeZone',
      'hours',
      'hours',
      'hours',
      'holidays',
      'created',
      'unchanged',
    ]);
  });
});
