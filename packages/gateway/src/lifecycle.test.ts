import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { readRows } from './testing/read-csv.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'metrics:read', 'accounts:read'] }))
    .secret;
  await write(saveLifecycle, { stages });
});
afterAll(() => harbor.close());

async function write(mutation: string, variables: object) {
  const { data, errors } = await harbor.ask(mutation, variables, { token: key });
  expect(errors).toBeUndefined();
  return Object.values<Record<string, unknown>>(data)[0];
}

const saveLifecycle = `mutation ($stages: [LifecycleStageInput!]!) {
  saveLifecycle(stages: $stages) {
    __typename
    ... on SavedLifecycle { stages { key order terminal } revision }
    ... on InvalidLifecycleError { message }
  }
}`;
const batch = '{ ... on BatchPayload { results { status field } } }';
const setStages = `mutation ($stages: [AccountStageInput!]!) { setAccountStages(stages: $stages) ${batch} }`;

const stages = [
  { key: 'acquisition', label: 'Acquisition', rule: { createdForDays: 0 } },
  { key: 'onboarding', label: 'Onboarding', rule: { paying: true } },
  { key: 'growth', label: 'Growth', rule: { all: [{ paying: true }, { firstPaidForDays: 90 }] } },
  { key: 'churn', label: 'Churn', terminal: true, rule: { lapsedForDays: 0 } },
];

describe('a lifecycle', () => {
  it('is told as it was saved, with its rules', async () => {
    const { data } = await harbor.ask(
      '{ lifecycleStages { key label order terminal rule { paying createdForDays all { paying firstPaidForDays } } } }',
    );
    expect(data.lifecycleStages).toEqual([
      {
        key: 'acquisition',
        label: 'Acquisition',
        order: 1,
        terminal: false,
        rule: { paying: null, createdForDays: 0, all: null },
      },
      {
        key: 'onboarding',
        label: 'Onboarding',
        order: 2,
        terminal: false,
        rule: { paying: true, createdForDays: null, all: null },
      },
      {
        key: 'growth',
        label: 'Growth',
        order: 3,
        terminal: false,
        rule: {
          paying: null,
          createdForDays: null,
          all: [
            { paying: true, firstPaidForDays: null },
            { paying: null, firstPaidForDays: 90 },
          ],
        },
      },
      {
        key: 'churn',
        label: 'Churn',
        order: 4,
        terminal: true,
        rule: { paying: null, createdForDays: null, all: null },
      },
    ]);
  });

  it('that makes no sense is refused as data', async () => {
    const twice = [stages[0], stages[0]];
    expect(await write(saveLifecycle, { stages: twice })).toEqual({
      __typename: 'InvalidLifecycleError',
      message: expect.stringContaining('names the stage "acquisition" twice'),
    });
    const rivalKey = (await harbor.rival.createApiKey({ name: 'reader', scopes: ['metrics:read'] })).secret;
    const { errors } = await harbor.ask(saveLifecycle, { stages }, { token: rivalKey });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

interface Stage {
  readonly stage: { readonly key: string } | null;
  readonly accountsAtStart: number;
  readonly accountsAtEnd: number;
  readonly entered: number;
  readonly left: number;
}

describe('the lifecycle of a portfolio', () => {
  it('adds up, from the start to the end and over the stages', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        accountCount
        metric(key: MRR, period: { year: 2026 }) { money { minorUnits } }
        lifecycle(period: { year: 2026 }) {
          stages { stage { key } accountsAtStart accountsAtEnd entered left atRisk money { minorUnits } completed { count medianDays } ongoing { count medianDays } }
          flows { from { key } to { key } kind moves moneyBefore { amount } moneyAfter { amount } }
        }
      }
    }`);
    const { accountCount, metric, lifecycle } = data.portfolio;
    expect(
      lifecycle.stages.map(({ stage, accountsAtStart, entered, left, accountsAtEnd }: Stage) => [
        stage?.key ?? null,
        accountsAtStart,
        entered,
        left,
        accountsAtEnd,
      ]),
    ).toEqual([
      ['acquisition', 0, 0, 0, 0],
      ['onboarding', 0, 1, 1, 0],
      ['growth', 2, 1, 1, 2],
      ['churn', 0, 1, 0, 1],
      [null, 1, 0, 1, 0],
    ]);
    const ends = lifecycle.stages.reduce((sum: number, { accountsAtEnd }: Stage) => sum + accountsAtEnd, 0);
    expect(ends).toBe(accountCount);
    const money = lifecycle.stages.reduce(
      (sum: number, stage: { money: { minorUnits: string } }) => sum + Number(stage.money.minorUnits),
      0,
    );
    expect(String(money)).toBe(metric.money.minorUnits);
    expect(lifecycle.flows).toEqual([
      {
        from: { key: 'onboarding' },
        to: { key: 'growth' },
        kind: 'NEXT',
        moves: 1,
        moneyBefore: { amount: '400.00' },
        moneyAfter: { amount: '400.00' },
      },
      {
        from: { key: 'growth' },
        to: { key: 'churn' },
        kind: 'END',
        moves: 1,
        moneyBefore: { amount: '100.00' },
        moneyAfter: { amount: '0.00' },
      },
      {
        from: null,
        to: { key: 'onboarding' },
        kind: 'ENTRY',
        moves: 1,
        moneyBefore: { amount: '0.00' },
        moneyAfter: { amount: '400.00' },
      },
    ]);
    expect(lifecycle.stages[1].completed).toEqual({ count: 1, medianDays: 90 });
  });

  it('is the same as CSV', async () => {
    const { data } = await harbor.ask(`{
      portfolio { lifecycle(period: { year: 2026 }) {
        csv flowsCsv
        stages { stage { key label } accountsAtStart accountsAtEnd entered left atRisk money { amount currency } completed { count medianDays } ongoing { count medianDays } }
        flows { from { key } to { key } kind moves moneyBefore { amount } moneyAfter { amount currency } }
      } }
    }`);
    const { csv, flowsCsv, stages: told, flows } = data.portfolio.lifecycle;
    // Tests look into answers of any shape.
    // biome-ignore lint/suspicious/noExplicitAny: the shape is what is under test
    type Told = any;
    const text = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));
    expect(readRows(csv)).toEqual(
      told.map(({ stage, money, completed, ongoing, ...counts }: Told) => ({
        stage: text(stage?.key),
        label: text(stage?.label),
        ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, text(count)])),
        amount: money.amount,
        currency: money.currency,
        completed: text(completed.count),
        completedDays: text(completed.medianDays),
        ongoing: text(ongoing.count),
        ongoingDays: text(ongoing.medianDays),
      })),
    );
    expect(readRows(flowsCsv)).toEqual(
      flows.map(({ from, to, kind, moves, moneyBefore, moneyAfter }: Told) => ({
        from: text(from?.key),
        to: text(to?.key),
        kind,
        moves: text(moves),
        amountBefore: moneyBefore.amount,
        amountAfter: moneyAfter.amount,
        currency: moneyAfter.currency,
      })),
    );
  });

  it('is that of a token’s own accounts', async () => {
    const token = await harbor.token({ accounts: ['acme'], scopes: ['metrics:read', 'accounts:read'] });
    const { data } = await harbor.ask('{ portfolio { lifecycle { stages { accountsAtEnd } } } }', {}, { token });
    expect(data.portfolio.lifecycle.stages.map(({ accountsAtEnd }: Stage) => accountsAtEnd)).toEqual([0, 0, 1, 0, 0]);
    const noMetrics = await harbor.token({ scopes: ['accounts:read'] });
    const refused = await harbor.ask('{ portfolio { lifecycle { revision } } }', {}, { token: noMetrics });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('an account’s stage', () => {
  const asked = `stage { stage { key } since days setBy history { stage { key } from until days setBy } }`;

  it('is told with its history, by rules and by hand', async () => {
    const set = { accountExternalId: 'crux', from: '2026-11-01' };
    expect(
      await write(setStages, {
        stages: [
          { ...set, stage: 'onboarding', reason: 'A new team' },
          { ...set, stage: 'unheard-of' },
        ],
      }),
    ).toEqual({
      results: [
        { status: 'CREATED', field: null },
        { status: 'REJECTED', field: 'stage' },
      ],
    });
    const { data } = await harbor.ask(
      `{ account(externalId: "crux") { ${asked} before: stage(on: "2026-10-31") { stage { key } setBy days } settings: stage { settings { from stage { key } reason } } } }`,
    );
    expect(data.account.stage).toEqual({
      stage: { key: 'onboarding' },
      since: '2026-11-01',
      days: 21,
      setBy: 'HAND',
      history: [
        { stage: { key: 'onboarding' }, from: '2026-03-10', until: '2026-06-08', days: 90, setBy: 'RULES' },
        { stage: { key: 'growth' }, from: '2026-06-08', until: '2026-11-01', days: 146, setBy: 'RULES' },
        { stage: { key: 'onboarding' }, from: '2026-11-01', until: null, days: 21, setBy: 'HAND' },
      ],
    });
    expect(data.account.before).toEqual({ stage: { key: 'growth' }, setBy: 'RULES', days: 146 });
    expect(data.account.settings.settings).toEqual([
      { from: '2026-11-01', stage: { key: 'onboarding' }, reason: 'A new team' },
    ]);
    await write(setStages, { stages: [{ ...set, stage: null }] });
    const after = await harbor.ask('{ account(externalId: "crux") { stage { stage { key } since setBy } } }');
    // Given back on the day on which it was set, as if it had never been.
    expect(after.data.account.stage).toEqual({ stage: { key: 'growth' }, since: '2026-06-08', setBy: 'RULES' });
  });

  it('keeps rules and reasons from tokens that customers hold', async () => {
    const token = await harbor.token({ accounts: ['acme'], scopes: ['metrics:read', 'accounts:read'] });
    const seen = await harbor.ask('{ account(externalId: "acme") { stage { stage { label } } } }', {}, { token });
    expect(seen.data.account.stage.stage.label).toBe('Growth');
    for (const hidden of ['stage { settings { reason } }', 'stage { stage { rule { paying } } }']) {
      const { errors } = await harbor.ask(`{ account(externalId: "acme") { ${hidden} } }`, {}, { token });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const rival = await harbor.ask('{ lifecycleStages { key } }', {}, { token: await harbor.rivalToken() });
    expect(rival.data.lifecycleStages).toHaveLength(8);
  });

  it('can be filtered by, on any day, and saved so', async () => {
    const found = async (filter: string) =>
      (await harbor.ask(`{ accounts(filter: ${filter}) { nodes { externalId } } }`)).data.accounts.nodes.map(
        ({ externalId }: { externalId: string }) => externalId,
      );
    expect(await found('{ stage: { in: ["churn", "onboarding"] } }')).toEqual(['bolt']);
    expect(await found('{ stage: { in: ["growth"], on: "2026-08-31" } }')).toEqual(['acme', 'bolt', 'crux']);
    expect(await found('{ stage: { none: true, on: "2026-01-01" } }')).toEqual(['crux']);
    await write(`mutation ($segments: [SegmentInput!]!) { upsertSegments(segments: $segments) ${batch} }`, {
      segments: [
        {
          key: 'august',
          name: 'August',
          filter: {
            stage: { in: ['growth'], on: '2026-08-31' },
            trait: { key: 'plan', in: ['Team'], on: '2026-08-31' },
          },
        },
      ],
    });
    expect(await found('{ segment: { in: ["august"] } }')).toEqual(['acme', 'crux']);
  });
});

describe('what traits were', () => {
  it('is written, told, filtered by and grouped by', async () => {
    const entry = { accountExternalId: 'acme', trait: 'plan' };
    const upsert = `mutation ($entries: [TraitHistoryInput!]!) { upsertTraitHistory(entries: $entries) ${batch} }`;
    expect(
      await write(upsert, {
        entries: [
          { ...entry, value: 'Starter', from: '2025-01-01' },
          { ...entry, value: 'Solo', from: '2026-12-01' },
        ],
      }),
    ).toEqual({
      results: [
        { status: 'CREATED', field: null },
        { status: 'REJECTED', field: 'from' },
      ],
    });
    const { data } = await harbor.ask(`{
      account(externalId: "acme") { now: trait(key: "plan") early: trait(key: "plan", on: "2026-01-01") traitHistory(key: "plan") { value from } }
      early: accounts(filter: { trait: { key: "plan", in: ["Starter"], on: "2026-01-01" } }) { totalCount }
      portfolio {
        start: breakdown(key: CUSTOMERS, by: "plan", period: { year: 2025 }, at: PERIOD_START) { value accountCount reading { value } }
        now: breakdown(key: CUSTOMERS, by: "plan", period: { year: 2025 }) { value accountCount reading { value } }
      }
    }`);
    expect(data.account).toEqual({
      now: 'Team',
      early: 'Starter',
      traitHistory: [
        { value: 'Starter', from: '2025-01-01' },
        { value: 'Team', from: '2026-11-21' },
      ],
    });
    expect(data.early.totalCount).toBe(2);
    expect(data.portfolio.start).toEqual([
      { value: 'Starter', accountCount: 2, reading: { value: 2 } },
      { value: 'Team', accountCount: 1, reading: { value: 0 } },
    ]);
    expect(data.portfolio.now).toEqual([
      { value: 'Team', accountCount: 2, reading: { value: 1 } },
      { value: 'Starter', accountCount: 1, reading: { value: 1 } },
    ]);
  });

  it('holds since the day that an account is written with', async () => {
    const upsert = `mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts) ${batch} }`;
    const account = { externalId: 'bolt', traits: [{ key: 'plan', value: 'Scale' }], traitsFrom: '2026-02-01' };
    await write(upsert, { accounts: [account] });
    const { data } = await harbor.ask(
      '{ account(externalId: "bolt") { now: trait(key: "plan") early: trait(key: "plan", on: "2026-02-01") } }',
    );
    // What is known of later days stands: the account was made with Starter today.
    expect(data.account).toEqual({ now: 'Starter', early: 'Scale' });
  });
});
