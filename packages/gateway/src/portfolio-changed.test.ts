import { createEmbedToken } from '@plimsoll/embed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { listenTo } from './testing/listen-to.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const rename = (name: string) => harbor.harbor.upsertAccounts([{ externalId: 'acme', name }]);

describe('portfolioChanged', () => {
  const subscription = 'subscription { portfolioChanged { revision changed } }';

  it('tells of writes, at most twice a second, with what changed and the newest revision', async () => {
    const staff = await listenTo(harbor.gateway, subscription, await harbor.token());
    const some = await listenTo(harbor.gateway, subscription, await harbor.token({ accounts: ['bolt'] }));
    const rival = await listenTo(harbor.gateway, subscription, await harbor.rivalToken());
    const begun = Date.now();
    const first = await rename('Acme 1');
    await staff.next(1);
    expect(staff.events).toEqual([{ revision: first.revision, changed: ['accounts'] }]);
    await rename('Acme 2');
    await harbor.harbor.upsertCsms([{ externalId: 'ann', name: 'Ann', fte: 1, rampedOn: '2026-01-01' }]);
    const { revision } = await rename('Acme 3');
    await staff.next(2);
    expect(Date.now() - begun).toBeGreaterThan(450);
    expect(staff.events[1]).toEqual({ revision, changed: expect.arrayContaining(['accounts', 'csms']) });
    expect(staff.events[1]).not.toMatchObject({ changed: expect.arrayContaining(['movements']) });
    await some.next(2);
    expect(some.events[1]).toEqual({ revision, changed: [] });
    await wait(600);
    await harbor.harbor.setTargets({ NRR: { value: 1 } });
    await staff.next(3);
    expect(staff.events[2]).toMatchObject({ changed: [] });
    expect(staff.events).toHaveLength(3);
    expect(rival.events).toEqual([]);
    for (const listener of [staff, some, rival]) listener.stop();
  });

  it('needs the scope', async () => {
    const listener = await listenTo(harbor.gateway, subscription, await harbor.token({ scopes: ['surveys:read'] }));
    await listener.next(1);
    expect(listener.events).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
    listener.stop();
  });

  it('ends when the token expires', async () => {
    const brief = await openHarbor({ now: Date.now });
    const { signingKey } = await brief.harbor.createEmbedKey({ name: 'brief' });
    const token = await createEmbedToken({
      key: signingKey,
      subject: 'ann',
      accounts: 'all',
      scopes: ['metrics:read'],
      ttl: 1,
    });
    const response = await brief.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: subscription }),
      }),
    );
    expect(await response.text()).toContain('event: complete');
    await brief.close();
  });
});

describe('accountHealthChanged', () => {
  const of = (account: string): string =>
    `subscription { accountHealthChanged(account: "${account}") { account { externalId } score band { key } previousScore previousBand { key } revision } }`;

  it('tells of the account’s own health alone, once it is another', async () => {
    await harbor.harbor.upsertHealthModel({
      appliesTo: [],
      order: 0,
      key: 'default',
      name: 'Default',
      factors: [
        {
          key: 'use',
          label: 'Use',
          weight: 1,
          source: { kind: 'number', key: 'use' },
          scale: { zero: 0, hundred: 100 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [
        { key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' },
        { key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' },
      ],
    });
    const use = (accountExternalId: string, value: number) =>
      harbor.harbor.reportNumbers([{ accountExternalId, key: 'use', day: '2026-11-20', value }]);
    await use('acme', 80);
    const token = await harbor.token({ accounts: ['acme'] });
    const listener = await listenTo(harbor.gateway, of('acme'), token);
    await use('bolt', 10);
    await rename('Acme 4');
    await wait(600);
    expect(listener.events).toEqual([]);
    const { revision } = await use('acme', 20);
    await listener.next(1);
    expect(listener.events).toEqual([
      {
        account: { externalId: 'acme' },
        score: 20,
        band: { key: 'poor' },
        previousScore: 80,
        previousBand: { key: 'good' },
        revision,
      },
    ]);
    listener.stop();
  });

  it('is refused for an account out of reach', async () => {
    const listener = await listenTo(harbor.gateway, of('bolt'), await harbor.token({ accounts: ['acme'] }));
    await listener.next(1);
    expect(listener.events).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    listener.stop();
  });
});
