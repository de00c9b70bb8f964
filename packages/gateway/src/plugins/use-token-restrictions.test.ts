import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from '../testing/harbor.ts';
import { widgetDocumentsModule } from '../widgets/widget-documents-module.ts';

const folder = new URL('../../../client/src/documents/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** A widget's query as its client sends it: with the fragments it uses, and `__typename` in every selection. */
function sent(operation: string): string {
  const document = parse(sources.join('\n'));
  const used = new Set([operation]);
  for (let size = 0; size !== used.size; ) {
    size = used.size;
    for (const definition of document.definitions) {
      if (!('name' in definition) || definition.name === undefined || !used.has(definition.name.value)) continue;
      visit(definition, { FragmentSpread: ({ name }) => void used.add(name.value) });
    }
  }
  const definitions = document.definitions.filter(
    (it) => 'name' in it && it.name !== undefined && used.has(it.name.value),
  );
  const withTypenames = visit(
    { ...document, definitions },
    {
      SelectionSet: {
        leave: (node) => ({
          ...node,
          selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
        }),
      },
    },
  );
  return print(withTypenames);
}

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor({ origins: ['https://app.example.com'] });
  await harbor.harbor.upsertCsms([{ externalId: 'maria', name: 'Maria', fte: 1, rampedOn: '2025-01-01' }]);
  await harbor.harbor.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'maria' } },
    { externalId: 'bolt', traits: { csm: 'maria' } },
  ]);
});
afterAll(() => harbor.close());

describe('the list of what widgets send', () => {
  it('is that of the client’s documents', () => {
    const written = readFileSync(new URL('../widgets/generated/widget-documents.ts', import.meta.url), 'utf8');
    expect(written).toBe(widgetDocumentsModule(sources));
  });
});

describe('a token for some widgets', () => {
  const card = { key: 'NRR', compare: 'NONE' };

  it('sends what they send', async () => {
    const token = await harbor.token({ widgets: ['MetricCard', 'HealthGauge'] });
    expect((await harbor.ask(sent('PortfolioMetric'), card, { token })).errors).toBeUndefined();
    expect((await harbor.ask(sent('AccountHealth'), { externalId: 'acme' }, { token })).errors).toBeUndefined();
  });

  it.each([
    ['another widget’s query', sent('NpsScore'), { survey: 'relationship' }],
    ['a query of one’s own', '{ accounts { nodes { name } } }', {}],
    [
      'a widget’s query with a field more',
      sent('PortfolioMetric').replace('accountCount', 'accountCount contributors { csv }'),
      card,
    ],
    ['a widget’s query with another argument', sent('PortfolioMetric').replace('filter: $filter', 'filter: {}'), card],
    ['two operations', `${sent('AccountHealth')} query More { viewer { subject } }`, { externalId: 'acme' }],
  ])('does not send %s', async (_, query, variables) => {
    const token = await harbor.token({ widgets: ['MetricCard', 'HealthGauge'] });
    const { errors, data } = await harbor.ask(query, variables, { token });
    expect(data ?? null).toBeNull();
    expect(['FORBIDDEN', 'BAD_REQUEST']).toContain(errors?.[0]?.extensions.code);
  });

  it('sends nothing where it names widgets that are unknown', async () => {
    const token = await harbor.token({ widgets: ['Dashboards'] });
    const { status, errors } = await harbor.ask(sent('PortfolioMetric'), card, { token });
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });
});

describe('a token for pages of one origin', () => {
  const from = async (origin: string | null): Promise<number> => {
    const token = await harbor.token({ origin: 'https://app.example.com' });
    const response = await harbor.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(origin === null ? {} : { origin }),
        },
        body: '{"query":"{ viewer { subject } }"}',
      }),
    );
    return response.status;
  };

  it('is of no use to others', async () => {
    expect(await from('https://app.example.com')).toBe(200);
    expect(await from('https://evil.example')).toBe(403);
    expect(await from(null)).toBe(403);
  });
});

describe('a token for the book of a CSM', () => {
  const query = `{
    viewer { accountsInReach allAccounts }
    portfolio { accountCount metric(key: MRR) { value } }
    accounts { nodes { externalId traits { key } csm { name } } }
    crux: account(externalId: "crux") { name }
    csms { nodes { name } }
  }`;

  it('reads the accounts that the CSM has at the moment, as staff', async () => {
    const token = await harbor.token({ accounts: { csm: 'maria' } });
    const { data, errors } = await harbor.ask(query, {}, { token });
    expect(errors).toBeUndefined();
    expect(data.viewer).toEqual({ accountsInReach: 2, allAccounts: false });
    expect(data.portfolio).toEqual({ accountCount: 2, metric: { value: 650 } });
    expect(data.accounts.nodes.map((node: { readonly externalId: string }) => node.externalId)).toEqual([
      'acme',
      'bolt',
    ]);
    expect(data.accounts.nodes[0].csm).toEqual({ name: 'Maria' });
    expect(data.crux).toBeNull();
    await harbor.harbor.upsertAccounts([{ externalId: 'crux', traits: { csm: 'maria' } }]);
    const later = await harbor.ask(query, {}, { token });
    expect(later.data.viewer.accountsInReach).toBe(3);
    const nobody = await harbor.ask(query, {}, { token: await harbor.token({ accounts: { csm: 'nobody' } }) });
    expect(nobody.data.accounts.nodes).toEqual([]);
  });
});
