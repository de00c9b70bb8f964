import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { type Harbor, noon, openHarbor } from '../testing/harbor.ts';
import { type Listener, listenTo } from '../testing/listen-to.ts';
import type { StreamLimits } from './stream-limits.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

function limited(streams: Partial<StreamLimits>): Gateway {
  const gateway = createGateway({ store: harbor.store, now: () => noon, streams });
  onTestFinished(() => gateway.dispose());
  return gateway;
}

const query = (alias = 'changed'): string => `subscription { ${alias}: portfolioChanged { revision } }`;

async function expectRefused(listener: Listener): Promise<void> {
  await listener.ended;
  expect(listener.status).toBe(429);
  expect(listener.headers.get('retry-after')).toBe('5');
  expect(listener.events).toMatchObject([{ errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 5 } }] }]);
}

describe('open streams', () => {
  it('of one credential are limited, and a place is free again once one is closed', async () => {
    const gateway = limited({ perCredential: 2 });
    const token = await harbor.token();
    const [first] = [await listenTo(gateway, query(), token), await listenTo(gateway, query(), token)];
    await expectRefused(await listenTo(gateway, query(), token));
    expect((await listenTo(gateway, query(), await harbor.token())).status).toBe(200);
    first?.stop();
    await first?.ended;
    expect((await listenTo(gateway, query(), token)).status).toBe(200);
    await expectRefused(await listenTo(gateway, query(), token));
  });

  it('of one credential are limited in different subscriptions', async () => {
    const gateway = limited({ operationsPerCredential: 2 });
    const token = await harbor.token();
    for (const alias of ['a', 'b', 'a']) {
      expect((await listenTo(gateway, query(alias), token)).status).toBe(200);
    }
    await expectRefused(await listenTo(gateway, query('c'), token));
  });

  it('of one workspace are limited', async () => {
    const gateway = limited({ perWorkspace: 1 });
    expect((await listenTo(gateway, query(), await harbor.token())).status).toBe(200);
    await expectRefused(await listenTo(gateway, query(), await harbor.token()));
    expect((await listenTo(gateway, query(), await harbor.rivalToken())).status).toBe(200);
  });

  it('of the gateway are limited', async () => {
    const gateway = limited({ total: 1 });
    expect((await listenTo(gateway, query(), await harbor.token())).status).toBe(200);
    await expectRefused(await listenTo(gateway, query(), await harbor.rivalToken()));
  });

  it('that are refused for another reason take no place', async () => {
    const gateway = limited({ total: 1 });
    const token = await harbor.token({ scopes: ['surveys:read'] });
    for (let attempt = 0; attempt < 3; attempt++) {
      const refused = await listenTo(gateway, query(), token);
      await refused.ended;
      expect(refused.events).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
    }
    expect((await listenTo(gateway, query(), await harbor.token())).status).toBe(200);
  });
});
