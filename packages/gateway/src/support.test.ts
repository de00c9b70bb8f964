import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

const result = '{ ... on BatchPayload { results { status reason field } } ... on Failure { message } }';
const hour = 3600;

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write'] })).secret;
  const { data } = await harbor.ask(
    `mutation ($tickets: [TicketInput!]!, $events: [TicketEventInput!]!, $schedules: [ScheduleInput!]!) {
      upsertTickets(tickets: $tickets) ${result}
      upsertTicketEvents(events: $events) ${result}
      upsertSchedules(schedules: $schedules) ${result}
    }`,
    {
      tickets: [
        // A Friday, a Monday and a Saturday of October 2026.
        { ticketId: 't1', accountExternalId: 'acme', createdAt: '2026-10-09T16:00:00Z', channel: 'email' },
        { ticketId: 't2', accountExternalId: 'acme', createdAt: '2026-10-12T10:00:00Z' },
        { ticketId: 't3', accountExternalId: 'bolt', createdAt: '2026-10-31T10:00:00Z', priority: 'high' },
      ],
      events: [
        { ticketId: 't1', at: '2026-10-12T10:00:00Z', kind: 'PUBLIC_REPLY', by: 'AGENT' },
        { ticketId: 't1', at: '2026-10-12T16:00:00Z', kind: 'RESOLVED', by: 'AGENT' },
        { ticketId: 't2', at: '2026-10-12T10:30:00Z', kind: 'PUBLIC_REPLY', by: 'BOT' },
        { ticketId: 't2', at: '2026-10-12T14:00:00Z', kind: 'PUBLIC_REPLY', by: 'AGENT' },
        { ticketId: 't2', at: '2026-10-09T14:00:00Z', kind: 'CLOSED', by: 'AGENT' },
      ],
      schedules: [
        {
          key: 'default',
          validFrom: '2026-01-01',
          timeZone: 'UTC',
          hours: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((weekday) => ({
            weekday,
            opens: '09:00',
            closes: '17:00',
          })),
          holidays: ['2026-12-25'],
        },
      ],
    },
    { token: key },
  );
  const statuses = (mutation: string) => data[mutation].results.map(({ status }: { status: string }) => status);
  expect(statuses('upsertTickets')).toEqual(['CREATED', 'CREATED', 'CREATED']);
  expect(statuses('upsertTicketEvents')).toEqual(['CREATED', 'CREATED', 'CREATED', 'CREATED', 'REJECTED']);
  expect(data.upsertTicketEvents.results[4]).toMatchObject({
    field: 'at',
    reason: expect.stringMatching(/before its ticket/),
  });
  expect(statuses('upsertSchedules')).toEqual(['CREATED']);
});
afterAll(() => harbor.close());

describe('support', () => {
  it('reads as medians with their statistics and who is still waiting', async () => {
    const { data, errors } = await harbor.ask(`{
      portfolio {
        metric(key: FIRST_RESPONSE_TIME) {
          definition { family unit direction policySwitches } period { start end } value numerator denominator coverage
          terms { key side sign unit value }
          contributors { nodes { account { name } numerator denominator contribution effect } }
        }
        full: metric(key: FULL_RESOLUTION_TIME) { value terms { key value } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio.metric).toMatchObject({
      definition: {
        family: 'SUPPORT',
        unit: 'DURATION',
        direction: 'LOWER_IS_BETTER',
        policySwitches: ['firstResponse', 'supportHours'],
      },
      period: { start: '2026-10-01', end: '2026-11-01' },
      value: 35 * hour,
      numerator: 70 * hour,
      denominator: 2,
      coverage: 2 / 3,
    });
    expect(data.portfolio.metric.terms).toEqual([
      { key: 'MEDIAN', side: 'STATISTIC', sign: 'PLUS', unit: 'DURATION', value: 35 * hour },
      { key: 'P90', side: 'STATISTIC', sign: 'PLUS', unit: 'DURATION', value: 59.8 * hour },
      { key: 'MEAN', side: 'STATISTIC', sign: 'PLUS', unit: 'DURATION', value: 35 * hour },
      { key: 'COUNT', side: 'STATISTIC', sign: 'PLUS', unit: 'COUNT', value: 2 },
      { key: 'STILL_WAITING', side: 'STATISTIC', sign: 'PLUS', unit: 'COUNT', value: 1 },
    ]);
    expect(data.portfolio.metric.contributors.nodes).toEqual([
      {
        account: { name: 'Acme Rockets' },
        numerator: 70 * hour,
        denominator: 2,
        contribution: 35 * hour,
        effect: 35 * hour,
      },
    ]);
    expect(data.portfolio.full).toEqual({
      value: 72 * hour,
      terms: expect.arrayContaining([{ key: 'OPEN_AT_END', value: 2 }]),
    });
  });

  it('counts otherwise when the policy says so, and says that it does', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        business: metric(key: FIRST_RESPONSE_TIME, policy: { supportHours: BUSINESS }) {
          value policy { supportHours summary { key value isDefault } }
        }
        any: metric(key: FIRST_RESPONSE_TIME, policy: { firstResponse: ANY_PUBLIC_REPLY }) {
          value policy { firstResponse }
        }
      }
    }`);
    expect(data.portfolio.business).toMatchObject({ value: 3 * hour, policy: { supportHours: 'BUSINESS' } });
    expect(data.portfolio.business.policy.summary).toContainEqual({
      key: 'supportHours',
      value: 'Business hours',
      isDefault: false,
    });
    expect(data.portfolio.any).toEqual({ value: 33.25 * hour, policy: { firstResponse: 'ANY_PUBLIC_REPLY' } });
  });

  it('counts tickets, in a series, by plan, and those open of an account', async () => {
    const { data, errors } = await harbor.ask(`{
      portfolio {
        metric(key: TICKETS) { value terms { key side value } }
        series(key: TICKETS, period: { last: { count: 2, unit: MONTH } }) { points { value reason } }
        breakdown(key: TICKETS, by: "plan") { value reading { value } }
      }
      acme: account(externalId: "acme") { openTickets metric(key: TICKETS) { value } }
      bolt: account(externalId: "bolt") { openTickets metric(key: FIRST_RESPONSE_TIME) { value reason } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio.metric).toEqual({
      value: 3,
      terms: [
        { key: 'OPENED', side: 'NUMERATOR', value: 3 },
        { key: 'REOPENED', side: 'STATISTIC', value: 0 },
        { key: 'RESOLVED', side: 'STATISTIC', value: 1 },
        { key: 'MERGED', side: 'STATISTIC', value: 0 },
        { key: 'OPEN_AT_END', side: 'STATISTIC', value: 2 },
      ],
    });
    expect(data.portfolio.series.points).toEqual([
      { value: null, reason: 'NO_TICKETS' },
      { value: 3, reason: null },
    ]);
    const groups: readonly { readonly reading: { readonly value: number } }[] = data.portfolio.breakdown;
    expect(groups.reduce((sum, { reading }) => sum + reading.value, 0)).toBe(3);
    expect(data.acme).toEqual({ openTickets: 1, metric: { value: 2 } });
    expect(data.bolt).toEqual({ openTickets: 1, metric: { value: null, reason: 'NO_TICKETS' } });
  });

  it('is written with `data:write` alone, and into no other tenant', async () => {
    const tickets = [{ ticketId: 't9', accountExternalId: 'acme', createdAt: '2026-10-09T16:00:00Z' }];
    const write = `mutation ($tickets: [TicketInput!]!) { upsertTickets(tickets: $tickets) ${result} }`;
    const refused = await harbor.ask(write, { tickets });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await harbor.rival.ledger()).tickets.created).toHaveLength(0);
    const token = await harbor.rivalToken();
    const { data } = await harbor.ask('{ portfolio { metric(key: TICKETS) { value reason } } }', {}, { token });
    expect(data.portfolio.metric).toEqual({ value: null, reason: 'NO_TICKETS' });
  });
});
