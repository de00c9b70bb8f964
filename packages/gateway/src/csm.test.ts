import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  await harbor.harbor.upsertCsms([
    { externalId: 'ann', name: 'Ann Lee', fte: 0.5, rampedOn: '2025-01-01' },
    { externalId: 'cy', name: 'Cy Young', fte: 1, rampedOn: '2025-01-01', leftOn: '2026-10-01' },
    { externalId: 'bob', name: 'Bob Ray', fte: 1, rampedOn: '2027-01-01' },
  ]);
  await harbor.harbor.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'ann' } },
    { externalId: 'bolt', traits: { csm: 'nobody' } },
    { externalId: 'crux', traits: { csm: 'ann' } },
  ]);
});
afterAll(() => harbor.close());

const fields =
  'externalId name fte rampedOn leftOn active accountCount accounts(orderBy: { field: MRR, direction: DESC }) { totalCount nodes { externalId } }';

describe('a CSM', () => {
  it('has a name, time, accounts and every metric of these', async () => {
    const { data, errors } = await harbor.ask(
      `{ csm(externalId: "ann") { ${fields} mrr: metric(key: MRR) { value } load: metric(key: ARR_PER_CSM) { value }
          movements { customersAtEnd } series(key: MRR, period: { last: { count: 2, unit: MONTH } }) { points { value } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.csm).toEqual({
      externalId: 'ann',
      name: 'Ann Lee',
      fte: 0.5,
      rampedOn: '2025-01-01',
      leftOn: null,
      active: true,
      accountCount: 2,
      accounts: { totalCount: 2, nodes: [{ externalId: 'acme' }, { externalId: 'crux' }] },
      mrr: { value: 1050 },
      load: { value: (1050 * 12) / 0.5 },
      movements: { customersAtEnd: 2 },
      series: { points: [{ value: 1050 }, { value: 1050 }] },
    });
  });

  it('narrows accounts by a filter, and never beyond their own', async () => {
    const { data } = await harbor.ask(
      '{ csm(externalId: "ann") { accounts(filter: { or: [{ search: "crux" }, { search: "bolt" }] }) { nodes { externalId } } } }',
    );
    expect(data.csm.accounts.nodes).toEqual([{ externalId: 'crux' }]);
  });

  it('is found from an account and by node id, and absent where nobody is known', async () => {
    const { data } = await harbor.ask(
      '{ csm(externalId: "zoe") { id } acme: account(externalId: "acme") { csm { id name } } bolt: account(externalId: "bolt") { csm { id } } }',
    );
    expect(data).toMatchObject({ csm: null, acme: { csm: { name: 'Ann Lee' } }, bolt: { csm: null } });
    const node = await harbor.ask(
      'query ($id: ID!) { node(id: $id) { ... on Csm { name accountCount } ... on Measured { metric(key: MRR) { value } } } }',
      { id: data.acme.csm.id },
    );
    expect(node.data.node).toEqual({ name: 'Ann Lee', accountCount: 2, metric: { value: 1050 } });
    const rival = await harbor.ask(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: data.acme.csm.id },
      { token: await harbor.rivalToken() },
    );
    expect(rival.data.node).toBeNull();
  });

  it('comes in a list by name, paged and narrowed', async () => {
    const { data, errors } = await harbor.ask(
      '{ all: csms { totalCount nodes { name active } } active: csms(active: true) { nodes { name } } gone: csms(active: false, first: 1) { totalCount nodes { name } pageInfo { hasNextPage } } found: csms(search: "YOU") { nodes { externalId } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      all: {
        totalCount: 3,
        nodes: [
          { name: 'Ann Lee', active: true },
          { name: 'Bob Ray', active: false },
          { name: 'Cy Young', active: false },
        ],
      },
      active: { nodes: [{ name: 'Ann Lee' }] },
      gone: { totalCount: 2, nodes: [{ name: 'Bob Ray' }], pageInfo: { hasNextPage: true } },
      found: { nodes: [{ externalId: 'cy' }] },
    });
  });

  it('is not for tokens for some accounts, whichever way they ask', async () => {
    const { data: staff } = await harbor.ask('{ csm(externalId: "ann") { id } }');
    const token = await harbor.token({ accounts: ['acme'] });
    const { data, errors } = await harbor.ask(
      'query ($id: ID!) { csm(externalId: "ann") { id } node(id: $id) { id } account(externalId: "acme") { csm { fte } } }',
      { id: staff.csm.id },
      { token },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ csm: null, node: null, account: { csm: null } });
    const list = await harbor.ask('{ csms { nodes { name } } }', {}, { token });
    expect(list.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
