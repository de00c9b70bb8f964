import { metricKeys } from '@plimsoll/metrics';
import type { WorkspaceStore } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../auth/scope.ts';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { schema } from '../schema/schema.ts';
import { everyQuery, type Probes } from '../testing/every-query.ts';
import { type Harbor, noon, openHarbor, post } from '../testing/harbor.ts';

/**
 * Every field is read in two worlds that differ only in what a viewer may not see. What differs in the answers is a leak.
 */
interface Case {
  readonly scopes: readonly Exclude<Scope, 'data:write' | 'admin'>[];
  readonly accounts: 'all' | readonly string[];
  /** Writes the other world: what this viewer may not see is another. */
  readonly change: (workspace: WorkspaceStore) => Promise<void>;
}

const money = { currency: 'USD', interval: 'month', every: 1, quantity: 1 } as const;

async function first(workspace: WorkspaceStore): Promise<void> {
  await workspace.upsertCsms([{ externalId: 'maria', name: 'Maria', fte: 1, rampedOn: '2025-01-01' }]);
  await workspace.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'maria', owner: 'Ann' }, tags: ['key'] },
    { externalId: 'bolt', traits: { csm: 'maria', owner: 'Ann' } },
  ]);
  await workspace.changeSettings({ internalTraits: ['owner'] });
  await workspace.upsertSegments([{ key: 'team', name: 'Team', filter: { trait: { key: 'plan', in: ['Team'] } } }]);
  for (const account of ['acme', 'bolt']) {
    await workspace.upsertUsageDays([{ accountExternalId: account, user: 'u', day: '2026-10-05', feature: 'reports' }]);
    await workspace.upsertSeats([{ accountExternalId: account, day: '2026-01-01', seats: 10 }]);
    await workspace.upsertTickets([
      { ticketId: account, accountExternalId: account, createdAt: '2026-10-05T10:00:00Z' },
    ]);
    await workspace.upsertCosts([cost(account, '100.00')]);
    await workspace.upsertContracts([contract(account, '1200.00')]);
    await workspace.upsertResponses([response(account, 9, 'Good')]);
    await workspace.setAccountStages([
      { accountExternalId: account, stage: 'growth', from: '2026-10-01', reason: 'By hand' },
    ]);
  }
}

const cost = (account: string, amount: string) => ({
  externalId: `cost of ${account}`,
  category: 'success',
  startsOn: '2026-01-01',
  endsOn: '2027-01-01',
  amount,
  currency: 'USD',
  accountExternalId: account,
});

const contract = (account: string, amount: string) => ({
  contractId: `contract of ${account}`,
  accountExternalId: account,
  startsOn: '2026-01-01',
  endsOn: '2027-01-01',
  amount,
  currency: 'USD',
});

const response = (account: string, answer: number, comment: string) => ({
  externalId: `response of ${account}`,
  survey: 'relationship',
  respondent: `person of ${account}`,
  accountExternalId: account,
  answer,
  comment,
  respondedAt: '2026-10-05T10:00:00Z',
});

const subscription = (account: string, amount: string) => ({
  subscriptionId: `more of ${account}`,
  accountExternalId: account,
  startsOn: '2026-02-01',
  endsOn: null,
  amount,
  ...money,
});

/** Everything of the other accounts, and what the workspace keeps to itself. */
async function othersAndInternal(workspace: WorkspaceStore): Promise<void> {
  await workspace.upsertCsms([
    { externalId: 'maria', name: 'Mary', fte: 0.5, rampedOn: '2026-01-01' },
    { externalId: 'noor', name: 'Noor', fte: 1, rampedOn: '2026-01-01' },
  ]);
  await workspace.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'noor', owner: 'Bea' } },
    { externalId: 'bolt', name: 'Bolt Holding', traits: { plan: 'Enterprise', secret: 'yes' }, tags: ['secret'] },
    { externalId: 'dune', name: 'Dune', traits: { plan: 'Team' } },
  ]);
  await workspace.upsertSegments([
    { key: 'team', name: 'Other', filter: {} },
    { key: 'secret', name: 'Secret', filter: {} },
  ]);
  await workspace.upsertSubscriptions([subscription('bolt', '777.00'), subscription('dune', '5.00')]);
  await workspace.upsertUsageDays([{ accountExternalId: 'bolt', user: 'v', day: '2026-10-06', feature: 'secret' }]);
  await workspace.upsertSeats([{ accountExternalId: 'bolt', day: '2026-01-01', seats: 99 }]);
  await workspace.upsertTickets([{ ticketId: 'x', accountExternalId: 'bolt', createdAt: '2026-10-06T10:00:00Z' }]);
  await workspace.upsertCosts([cost('acme', '999.00'), cost('bolt', '999.00')]);
  await workspace.upsertContracts([contract('bolt', '7.00')]);
  await workspace.upsertResponses([response('bolt', 1, 'Secret'), response('dune', 1, 'Secret')]);
  await workspace.setAccountStages([
    { accountExternalId: 'acme', stage: 'growth', from: '2026-10-01', reason: 'Secret' },
    { accountExternalId: 'bolt', stage: 'retention', from: '2026-10-01' },
  ]);
  await workspace.changeSettings({ internalTraits: ['owner', 'margin'] });
}

/** Everything but surveys and their responses. */
async function allButSurveys(workspace: WorkspaceStore): Promise<void> {
  await workspace.upsertCosts([cost('acme', '999.00'), cost('bolt', '999.00')]);
  await workspace.upsertAccounts([
    { externalId: 'acme', name: 'Acme Holding', traits: { plan: 'Enterprise', csm: 'noor' }, tags: ['secret'] },
    { externalId: 'bolt', traits: { secret: 'yes' } },
  ]);
  await workspace.upsertSubscriptions([subscription('acme', '777.00'), subscription('bolt', '777.00')]);
  await workspace.upsertTickets([{ ticketId: 'y', accountExternalId: 'acme', createdAt: '2026-10-06T10:00:00Z' }]);
  await workspace.upsertContracts([contract('acme', '7.00')]);
  await workspace.upsertUsageDays([{ accountExternalId: 'acme', user: 'w', day: '2026-10-06', feature: 'secret' }]);
}

const cases: readonly (readonly [string, Case])[] = [
  ...(
    [
      ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond'],
      ['metrics:read'],
      ['accounts:read'],
      ['surveys:read'],
      ['surveys:respond'],
    ] as const
  ).map(
    (scopes) =>
      [`one account with ${scopes.join(' ')}`, { scopes, accounts: ['acme'], change: othersAndInternal }] as const,
  ),
  ['every account with surveys:read', { scopes: ['surveys:read'], accounts: 'all', change: allButSurveys }],
  [
    'every account with surveys:respond',
    {
      scopes: ['surveys:respond'],
      accounts: 'all',
      change: async (workspace) => {
        await allButSurveys(workspace);
        await workspace.upsertResponses([response('acme', 2, 'Secret'), response('bolt', 2, 'Secret')]);
      },
    },
  ],
  [
    'every account with accounts:read',
    {
      scopes: ['accounts:read'],
      accounts: 'all',
      change: async (workspace) => {
        await workspace.upsertSubscriptions([
          { ...subscription('crux', '1.00'), startsOn: '2026-05-01' },
          { ...subscription('acme', '1.00'), startsOn: '2026-05-01' },
        ]);
        await workspace.upsertCosts([cost('acme', '999.00')]);
        await workspace.upsertResponses([response('acme', 2, 'Secret')]);
        await workspace.upsertContracts([contract('acme', '7.00')]);
      },
    },
  ],
  [
    'every account with metrics:read',
    {
      scopes: ['metrics:read'],
      accounts: 'all',
      change: async (workspace) => {
        await workspace.upsertResponses([response('acme', 9, 'Secret'), response('bolt', 9, 'Secret')]);
      },
    },
  ],
];

/** What to ask with: of what is in reach, of what is not, and of what is in neither world. */
function probes(ids: readonly string[]): Probes {
  const filters = [
    '{ search: "Holding" }',
    '{ search: "Acme" }',
    '{ tags: { any: ["secret"] } }',
    '{ trait: { key: "plan", in: ["Enterprise", "Team"] } }',
    '{ trait: { key: "secret", in: ["yes"] } }',
    '{ trait: { key: "owner", in: ["Bea"] } }',
    '{ not: { trait: { key: "csm", in: ["maria"] } } }',
    '{ csm: { in: ["noor"] } }',
    '{ segment: { in: ["team"] } }',
    '{ mrr: { atLeast: "700.00" } }',
    '{ health: { atLeast: 0 } }',
    '{ band: { in: [""] } }',
    '{ customerSince: { from: "2026-01-15" } }',
    '{ stage: { in: ["retention"] } }',
    `{ accounts: [${ids.map((id) => `"${id}"`).join(', ')}] }`,
  ];
  return {
    filter: filters,
    id: ids.map((id) => `"${id}"`),
    'nodes.ids': [`[${ids.map((id) => `"${id}"`).join(', ')}]`],
    'account.externalId': ['"acme"', '"bolt"', '"dune"'],
    'account.id': ids.slice(0, 1).map((id) => `"${id}"`),
    'csm.externalId': ['"maria"', '"noor"'],
    'segment.key': ['"team"', '"secret"'],
    'survey.key': ['"relationship"', '"closed"'],
    'trait.key': ['"plan"', '"owner"', '"csm"', '"secret"'],
    'traitHistory.key': ['"plan"', '"owner"'],
    'metrics.keys': metricKeys.map((key) => `[${key}]`),
    'metric.key': ['NRR', 'ARPA', 'NPS', 'COST_TO_CARRY', 'FIRST_RESPONSE_TIME'],
    'series.key': ['NRR', 'MRR', 'NPS', 'COST_TO_CARRY', 'PRODUCT_ADOPTION'],
    by: ['"plan"', '"owner"', '"secret"'],
    orderBy: ['{ field: MRR }', '{ field: HEALTH }', '{ field: NAME }'],
    'contributors.orderBy': ['EFFECT_ASC'],
    'renewals.period': ['{ year: 2026 }'],
    first: ['100'],
  };
}

let harbor: Harbor;
let gateway: Gateway;
beforeAll(async () => {
  harbor = await openHarbor();
  // One gateway for each world would keep its cache of revisions; limits are not what is walked here.
  const generous = { weight: 1e12, depth: 30, fields: 1e6, aliases: 1e6 };
  const quota = { limit: 1e12, window: 60 };
  gateway = createGateway({
    store: harbor.store,
    now: () => noon,
    limits: generous,
    rates: { credential: quota, workspace: quota },
  });
});
afterAll(async () => {
  await gateway.dispose();
  await harbor.close();
});

describe('nothing that a viewer may not see makes a difference to', { timeout: 600_000 }, () => {
  it.each(cases)('%s', async (name, { scopes, accounts, change }) => {
    const key = name
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .slice(0, 60);
    const { workspace, token, ids } = await world(key, scopes, accounts);
    const before = await walk(token, probes(ids));
    await change(workspace);
    const leaks: string[] = [];
    let answered = 0;
    for (const [query, answer] of before) {
      const after = await ask(query, token);
      if (after.text !== answer.text) leaks.push(`${query}\n${answer.text}\n${after.text}`);
      if (!answer.refused) answered++;
    }
    expect(leaks).toEqual([]);
    expect(before.size).toBeGreaterThan(200);
    // A walk that is refused everywhere would find nothing either.
    expect(answered).toBeGreaterThan(10);
  });

  it('and what it may see does make one', async () => {
    const { workspace, token, ids } = await world('control', ['metrics:read', 'accounts:read'], ['acme']);
    const before = await walk(token, probes(ids));
    await workspace.upsertSubscriptions([subscription('acme', '321.00')]);
    await workspace.upsertAccounts([{ externalId: 'acme', name: 'Acme Holding' }]);
    let differences = 0;
    for (const [query, answer] of before) if ((await ask(query, token)).text !== answer.text) differences++;
    expect(differences).toBeGreaterThan(30);
  });
});

interface Told {
  readonly text: string;
  readonly refused: boolean;
}

/**
 * Reads every object by all its leaves at once, and where some of them are refused, each by itself: a leaf that cannot be null
 * takes its object with it.
 */
async function walk(token: string, given: Probes): Promise<ReadonlyMap<string, Told>> {
  const answers = new Map<string, Told>();
  const read = async (query: string): Promise<Told> => {
    const told = await ask(query, token);
    answers.set(query, told);
    return told;
  };
  for (const { leaves, query } of everyQuery(schema, given)) {
    const { refused } = await read(query(leaves));
    // Where the way to the object is refused, so is every leaf.
    const [first = ''] = leaves;
    if (!refused || leaves.length === 1) continue;
    const alone = await Promise.all([first, leaves.at(-1) ?? ''].map((leaf) => read(query([leaf]))));
    if (alone.every((told) => told.refused && told.text === alone[0]?.text)) continue;
    for (const leaf of leaves) await read(query([leaf]));
  }
  return answers;
}

async function world(key: string, scopes: Case['scopes'], accounts: Case['accounts']) {
  const { mint, workspace } = await harbor.tenant(key);
  await first(workspace);
  const staff = await mint({});
  const { data } = await post(
    gateway,
    {
      query:
        '{ acme: account(externalId: "acme") { id } bolt: account(externalId: "bolt") { id } survey(key: "relationship") { id responses { nodes { id } } } segment(key: "team") { id } csm(externalId: "maria") { id } }',
    },
    staff,
  );
  const ids = [
    data.acme.id,
    data.bolt.id,
    data.survey.id,
    data.segment.id,
    data.csm.id,
    ...data.survey.responses.nodes.map(({ id }: { readonly id: string }) => id),
  ];
  const token = await mint({ scopes: [...scopes], accounts: accounts === 'all' ? 'all' : [...accounts] });
  return { workspace, token, ids };
}

/** An answer as text, without what differs between any two requests or revisions. */
async function ask(query: string, token: string): Promise<Told> {
  const { data, errors = [] } = await post(gateway, { query }, token);
  const text = JSON.stringify({ data, errors: errors.map(({ message, extensions }) => [extensions.code, message]) });
  return { text: text.replaceAll(/"f\d+":"\d+"/g, ''), refused: errors.length > 0 };
}
