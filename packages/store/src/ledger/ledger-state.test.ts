import { costCategories, defaultRecognition, type Ledger, tagsOf, ticketEventKinds } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { describeSessions } from '../testing/sessions.ts';
import { relationship } from '../testing/surveys.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';

/** What a ledger says, row by row, without codes. */
function rowsOf(ledger: Ledger) {
  const { accounts, movements, health, costs, csms, usage, seats, features, responses, exposures, revision } = ledger;
  const { commitments, milestones, milestoneList, outcomes, advocacy, contracts, surveyScales } = ledger;
  const { ids, externalIds, names, unconverted, traits, created } = accounts;
  const { lifecycle, stages, traitHistory, tickets, resolutions } = ledger;
  const { shared, ...costsOfAccounts } = costs;
  const ofRevenue = [movements, commitments, health, costsOfAccounts, contracts];
  const ofUse = [usage, seats, milestones, outcomes, advocacy, stages, tickets, resolutions];
  const parts = [...ofRevenue, ...ofUse];
  const histories = parts.map(({ offsets, ...columns }) =>
    ids.map((_, index) =>
      Object.values(columns).map((column) => [...column.subarray(offsets[index], offsets[index + 1])]),
    ),
  );
  const people = [...new Set(responses.respondent)];
  return {
    revision,
    features,
    milestoneList,
    surveyScales: [...surveyScales],
    histories,
    lifecycle,
    traitsBefore: [...traitHistory.days].map((day, row) => [
      traitHistory.offsets.findLastIndex((offset) => offset <= row),
      day,
      traitHistory.keys[traitHistory.traits[row] ?? -1],
      traitHistory.texts[traitHistory.values[row] ?? -1],
    ]),
    csms: Object.values(csms).map((column) => [...column]),
    shared: Object.values(shared).map((column) => [...column]),
    accounts: ids.map((id, index) => [
      id,
      externalIds[index],
      names[index],
      unconverted[index],
      tagsOf(ledger, index),
      created[index],
    ]),
    tags: accounts.tags.values,
    traits: [...traits].map(([key, { codes, values }]) => [key, [...codes].map((code) => values[code]), values]),
    responses: [...responses.days].map((day, row) => [
      day,
      responses.surveys[responses.survey[row] ?? -1],
      ids[responses.account[row] ?? -1],
      people.indexOf(responses.respondent[row] ?? -1),
      responses.answers[row],
    ]),
    exposures: [...exposures.days]
      .map(
        (day, row) => `${day} ${responses.surveys[exposures.survey[row] ?? -1]} ${ids[exposures.account[row] ?? -1]}`,
      )
      .sort(),
  };
}

/** A generator of whole numbers below `most` that is the same for the same seed. */
function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

describeSessions('a ledger brought forward', (session, elsewhere) => {
  test.each([1, 2, 3, 4])(
    'is the one that is loaded afresh, and leaves those before it alone (seed %i)',
    async (seed) => {
      const random = seeded(seed * 77);
      const key = `w-${seed}`;
      await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
      const workspace = openWorkspace(session(), key);
      const other = openWorkspace(elsewhere(), key);
      await workspace.upsertSurveys([relationship, { ...relationship, key: 'support' }]);
      const account = () => `a${random(24)}`;
      const writes: readonly (() => Promise<unknown>)[] = [
        () =>
          workspace.upsertAccounts(
            Array.from({ length: 1 + random(4) }, () => ({
              externalId: account(),
              name: `n${random(9)}`,
              ...(random(2) === 0 ? {} : { tags: Array.from({ length: random(3) }, () => `t${random(4)}`) }),
              ...(random(3) === 0 ? { createdOn: `2025-0${1 + random(9)}-01` } : {}),
              traits: { [`k${random(3)}`]: random(3) === 0 ? '' : `v${random(5)}`, constructor: `c${random(3)}` },
            })),
            { source: random(4) === 0 ? 'other' : 'host' },
          ),
        () =>
          workspace.upsertSubscriptions(
            Array.from({ length: 1 + random(5) }, () => ({
              subscriptionId: `s${random(25)}`,
              accountExternalId: account(),
              startsOn: `202${random(6)}-0${1 + random(9)}-01`,
              endsOn: null,
              amount: String(random(90)),
              currency: random(4) === 0 ? 'EUR' : 'USD',
              ...(random(3) === 0 ? { signedOn: '2019-12-01' } : {}),
              ...(random(4) === 0 ? { status: 'paused' } : {}),
            })),
          ),
        () => workspace.setPolicy(random(2) === 0 ? { paused: 'count', fx: 'revalueMonthly' } : {}),
        () =>
          workspace.upsertResponses(
            Array.from({ length: 1 + random(3) }, () => ({
              externalId: `r${random(12)}`,
              survey: random(3) === 0 ? 'support' : 'relationship',
              respondent: `p${random(6)}`,
              accountExternalId: account(),
              answer: random(11),
              respondedAt: new Date(Date.UTC(2025, random(12), 1 + random(28), random(3))).toISOString(),
            })),
          ),
        () =>
          workspace.reportNumbers(
            Array.from({ length: 6 }, () => ({
              accountExternalId: account(),
              key: 'usage',
              day: `2025-0${1 + random(9)}-01`,
              value: random(9) / 8,
            })),
          ),
        () =>
          workspace.upsertUsageDays(
            Array.from({ length: 1 + random(9) }, () => ({
              accountExternalId: account(),
              user: `u${random(4)}`,
              day: `2025-0${1 + random(9)}-0${1 + random(4)}`,
              // Some days are taken back.
              events: random(4),
              ...(random(2) === 0 ? {} : { feature: `f${random(5)}` }),
            })),
          ),
        () =>
          workspace.recordUsageEvents(
            Array.from({ length: 1 + random(9) }, () => ({
              eventId: `e${random(30)}`,
              accountExternalId: account(),
              user: `u${random(4)}`,
              at: `2025-0${1 + random(9)}-0${1 + random(4)}T0${random(9)}:00:00Z`,
              ...(random(2) === 0 ? {} : { feature: `f${random(5)}` }),
            })),
          ),
        () =>
          workspace.upsertMilestones(
            Array.from({ length: 1 + random(4) }, () => ({
              accountExternalId: account(),
              milestone: `m${random(4)}`,
              // Some are taken back.
              reachedOn: random(4) === 0 ? null : `2025-0${1 + random(9)}-01`,
            })),
          ),
        () => workspace.upsertMilestoneDefinitions([{ key: `m${random(5)}`, name: `n${random(3)}`, role: 'start' }]),
        () =>
          workspace.upsertOutcomes(
            Array.from({ length: 1 + random(4) }, () => ({
              outcomeId: `o${random(12)}`,
              accountExternalId: account(),
              name: 'o',
              baseline: random(3),
              target: 3 + random(3),
              dueOn: `2025-0${1 + random(9)}-01`,
            })),
          ),
        () =>
          workspace.upsertOutcomeProgress(
            Array.from({ length: 1 + random(6) }, () => ({
              outcomeId: `o${random(12)}`,
              on: `2025-0${1 + random(9)}-01`,
              value: random(7),
            })),
          ),
        () =>
          workspace.upsertAdvocacyActs([
            { actId: `x${random(9)}`, accountExternalId: account(), kind: 'review', on: `2025-0${1 + random(9)}-01` },
          ]),
        () => workspace.upsertFeatures([{ key: `f${random(6)}`, name: `n${random(3)}`, plans: [`p${random(3)}`] }]),
        () =>
          workspace.upsertSeats(
            Array.from({ length: 1 + random(4) }, () => ({
              accountExternalId: account(),
              day: `2025-0${1 + random(9)}-01`,
              seats: random(6),
            })),
          ),
        () =>
          workspace.upsertTickets(
            Array.from({ length: 3 + random(4) }, () => ({
              ticketId: `t${random(9)}`,
              accountExternalId: account(),
              createdAt: `2025-0${1 + random(4)}-0${1 + random(9)}T0${random(9)}:00:00Z`,
              ...(random(2) === 0 ? {} : { schedule: 'eu' }),
            })),
          ),
        () =>
          workspace.upsertTicketEvents(
            Array.from({ length: 6 + random(6) }, () => ({
              ...(random(3) === 0 ? {} : { eventId: `e${random(30)}` }),
              ticketId: `t${random(9)}`,
              at: `2025-0${4 + random(5)}-0${1 + random(9)}T0${random(9)}:00:00Z`,
              kind: ticketEventKinds[random(6)] ?? 'closed',
              by: random(3) === 0 ? 'bot' : 'agent',
            })),
          ),
        () =>
          workspace.upsertSchedules([
            {
              key: random(2) === 0 ? 'eu' : 'default',
              validFrom: `2025-0${1 + random(8)}-01`,
              timeZone: random(2) === 0 ? 'UTC' : 'Europe/Berlin',
              hours: [{ weekday: 'monday', opens: '09:00', closes: `1${1 + random(8)}:00` }],
            },
          ]),
        () =>
          workspace.setExchangeRates([{ currency: 'EUR', day: `202${random(5)}-01-01`, rate: `1.${1 + random(9)}` }]),
        () =>
          workspace.upsertCsms(
            [
              {
                externalId: `v${random(5)}`,
                name: 'n',
                fte: (1 + random(8)) / 8,
                rampedOn: `2025-0${1 + random(9)}-01`,
                leftOn: random(3) === 0 ? '2026-01-01' : null,
              },
            ],
            { source: random(3) === 0 ? 'other' : 'host' },
          ),
        () =>
          workspace.upsertCosts(
            Array.from({ length: 1 + random(4) }, () => {
              const of = account();
              return {
                externalId: `c${random(14)}`,
                category: costCategories[random(5)] ?? 'product',
                startsOn: `202${random(6)}-0${1 + random(9)}-01`,
                endsOn: '2027-01-01',
                amount: String(random(900)),
                currency: random(3) === 0 ? 'EUR' : 'USD',
                ...(random(3) === 0 ? {} : { accountExternalId: of }),
              };
            }),
          ),
        async () => {
          const contract = () => ({
            accountExternalId: account(),
            startsOn: `202${random(5)}-0${1 + random(9)}-01`,
            endsOn: `2026-0${1 + random(9)}-01`,
            amount: String(random(900)),
            currency: random(3) === 0 ? 'EUR' : 'USD',
            status: random(5) === 0 ? ('draft' as const) : ('signed' as const),
            ...(random(4) === 0 ? { lostOn: '2026-01-01' } : {}),
          });
          await workspace.upsertContracts([
            { contractId: `k${random(4)}`, renews: `k${4 + random(3)}`, ...contract() },
            { contractId: `k${random(4)}`, ...contract() },
          ]);
          await workspace.upsertContracts([{ contractId: `k${4 + random(3)}`, ...contract() }]);
          const scale = random(2) === 0 ? 5 : 7;
          await workspace.upsertSurveys([{ ...relationship, key: 'effort', kind: 'CES', scale, followUps: [] }]);
        },
        () =>
          workspace.upsertTraitHistory(
            Array.from({ length: 8 }, () => ({
              accountExternalId: account(),
              trait: random(3) === 0 ? 'constructor' : `k${random(3)}`,
              value: random(4) === 0 ? null : `v${random(5)}`,
              from: `202${random(6)}-0${1 + random(9)}-01`,
            })),
          ),
        () =>
          workspace.setAccountStages(
            Array.from({ length: 1 + random(3) }, () => ({
              accountExternalId: account(),
              stage: random(3) === 0 ? null : 'growth',
              from: `202${random(6)}-0${1 + random(9)}-01`,
            })),
          ),
        () =>
          workspace.saveLifecycle({
            stages: [
              {
                key: 'trial',
                label: `Trial ${random(2)}`,
                terminal: false,
                rule: { kind: 'not', of: { kind: 'paying' } },
              },
              { key: 'growth', label: 'Growth', terminal: false, rule: { kind: 'firstPaidFor', days: random(90) } },
              { key: 'used', label: 'Used', terminal: false, rule: { kind: 'activeUsers', atLeast: 1 + random(2) } },
              { key: 'named', label: 'Named', terminal: false, rule: { kind: 'trait', key: 'k1', in: ['v1', 'v2'] } },
              { key: 'ill', label: 'Ill', terminal: true, rule: { kind: 'health', below: 10 * (1 + random(9)) } },
            ],
          }),
        () =>
          workspace.upsertHealthModel({
            appliesTo: [],
            order: 0,
            key: 'default',
            name: 'Default',
            factors: [
              {
                key: 'usage',
                label: 'Usage',
                weight: 1 + random(3),
                source: { kind: 'number', key: 'usage' },
                scale: { zero: 0, hundred: 1 },
                format: 'NUMBER',
                staleAfterDays: random(2) === 0 ? null : 30,
              },
            ],
            bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
          }),
      ];
      for (let write = 0; write < 6 * writes.length; write++) {
        const before = await workspace.ledger();
        const said = rowsOf(before);
        await writes[write % writes.length]?.();
        // Another store's comes forward over several writes at once.
        if (write % 5 === 2) expect(rowsOf(await other.ledger())).toEqual(rowsOf(await workspace.ledger()));
        const brought = await workspace.ledger();
        expect(rowsOf(before)).toEqual(said);
        if (write % 4 === 3) expect(rowsOf(brought)).toEqual(rowsOf(await openWorkspace(session(), key).ledger()));
        // Brought forward now and then, it is the one that is worked out afresh, too.
        if (write % 6 === 5) {
          const under = { ...defaultRecognition, fx: 'revalueMonthly' } as const;
          const { ledger: variant } = await workspace.ledgerUnder(under);
          const afresh = await openWorkspace(session(), key).ledgerUnder(under);
          expect(rowsOf(variant)).toEqual(rowsOf(afresh.ledger));
        }
      }
      const { accounts, movements, health, costs, contracts, usage, seats, responses, stages, traitHistory } =
        await workspace.ledger();
      const { tickets, resolutions } = await workspace.ledger();
      expect(
        Math.min(
          accounts.count,
          movements.days.length,
          health.days.length,
          costs.starts.length,
          contracts.starts.length,
          usage.days.length,
          seats.days.length,
          responses.count,
          stages.days.length,
          traitHistory.days.length,
          tickets.created.length,
          resolutions.days.length,
        ),
      ).toBeGreaterThan(0);
      expect(costs.shared.starts.length).toBeGreaterThan(0);
    },
  );

  test('shares what no write touched, and misses nothing that was written by one that does not say', async () => {
    await createWorkspace(session(), { key: 'parts', name: 'parts', currency: 'USD', timeZone: 'UTC' });
    const workspace = openWorkspace(session(), 'parts');
    await workspace.upsertAccounts([{ externalId: 'a' }, { externalId: 'c' }]);
    await workspace.upsertSeats([{ accountExternalId: 'c', day: '2026-01-01', seats: 5 }]);
    const first = await workspace.ledger();
    // Not by way of the store, so that a part which is asked for again would show it.
    const secretly = (revision: number) =>
      session().inside('parts', async (trx) => {
        await sql`update licensed_seats set seats = seats + 1 where workspace_id = 'parts'`.execute(trx);
        await sql`update account set touched_revision = ${revision} where workspace_id = 'parts'`.execute(trx);
      });
    await secretly(3);
    await workspace.upsertSubscriptions([
      {
        subscriptionId: 's',
        accountExternalId: 'b',
        startsOn: '2026-01-01',
        endsOn: null,
        amount: '1',
        currency: 'USD',
      },
    ]);
    const second = await workspace.ledger();
    const late = openWorkspace(session(), 'parts');
    await late.ledger();
    expect(second.movements.days).toHaveLength(1);
    expect(second.seats.seats).toBe(first.seats.seats);
    expect([...second.seats.offsets]).toEqual([0, 0, 0, 1]);
    expect(second.csms).toBe(first.csms);

    await secretly(4);
    await session().inside('parts', (trx) =>
      sql`update workspace set revision = 4 where workspace_id = 'parts'`.execute(trx),
    );
    session().changes.saw('parts', 4);
    const third = await workspace.ledger();
    expect([third.revision, [...third.seats.seats]]).toEqual(['4', [7]]);
    await workspace.upsertCsms([{ externalId: 'v', name: 'V', fte: 1, rampedOn: '2026-01-01' }]);
    const fourth = await late.ledger();
    expect([fourth.revision, [...fourth.seats.seats]]).toEqual(['5', [7]]);
    expect((await workspace.ledger()).seats).toBe(third.seats);
  });
});
