import { DatabaseUnavailable, type Store, type WorkspaceStore } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../create-gateway.ts';
import { type Harbor, noon, openHarbor } from '../testing/harbor.ts';
import { listenTo } from '../testing/listen-to.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

let submissions = 0;

async function respond(respondent: string): Promise<string> {
  const workspace = harbor.harbor;
  const { accounts } = await workspace.ledger();
  const accountId = accounts.ids[accounts.externalIds.indexOf('acme')] ?? null;
  const result = await workspace.submitResponse({
    survey: 'relationship',
    accountId,
    respondent,
    answer: 9,
    idempotencyKey: `sharing-${submissions++}`,
  });
  if (result.kind !== 'accepted') throw new Error(result.message);
  return result.revision;
}

/** A store that counts what its workspaces are asked. */
function counting(store: Store): { readonly store: Store; readonly calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const count = (name: string): void => {
    calls.set(name, (calls.get(name) ?? 0) + 1);
  };
  const workspace = (key: string): WorkspaceStore => {
    const asked = store.workspace(key);
    return {
      ...asked,
      reader: () => {
        count('reader');
        return asked.reader();
      },
      survey: (survey) => {
        count('survey');
        return asked.survey(survey);
      },
      responsesSince: (after, first) => {
        count('responsesSince');
        return asked.responsesSince(after, first);
      },
    };
  };
  return { store: { ...store, workspace }, calls };
}

describe('equal subscriptions', () => {
  it('reach 200 subscribers, each event once, in order, and are read once for all', async () => {
    const { store, calls } = counting(harbor.store);
    const gateway = createGateway({ store, now: () => noon });
    onTestFinished(() => gateway.dispose());
    const query = 'subscription { surveyResponded { revision response { answer account { name } } survey { name } } }';
    const listeners = await Promise.all(
      Array.from({ length: 200 }, async (_, index) =>
        listenTo(gateway, query, await harbor.token({ subject: `user-${index}` })),
      ),
    );
    calls.clear();
    const revisions: string[] = [];
    for (let write = 0; write < 10; write++) revisions.push(await respond('ann'));
    await Promise.all(listeners.map((listener) => listener.next(10)));
    for (const { events } of listeners) {
      expect(events).toMatchObject(
        revisions.map((revision) => ({ revision, response: { account: { name: 'Acme Rockets' } } })),
      );
    }
    // Once for each write at most, and not for each of 200.
    for (const name of ['reader', 'survey', 'responsesSince']) {
      expect(calls.get(name)).toBeGreaterThanOrEqual(1);
      expect(calls.get(name)).toBeLessThanOrEqual(20);
    }
    for (const listener of listeners) listener.stop();
  });

  it('of tokens for different accounts are kept apart', async () => {
    const query = 'subscription { surveyResponded { revision } }';
    const acme = await listenTo(harbor.gateway, query, await harbor.token({ accounts: ['acme'] }));
    const bolt = await listenTo(harbor.gateway, query, await harbor.token({ accounts: ['bolt'] }));
    const rival = await listenTo(harbor.gateway, query, await harbor.rivalToken({ accounts: ['acme'] }));
    const revision = await respond('ann');
    await acme.next(1);
    const changed = await listenTo(
      harbor.gateway,
      'subscription { portfolioChanged { revision } }',
      await harbor.token(),
    );
    const later = await harbor.harbor.upsertAccounts([{ externalId: 'later' }]);
    await changed.next(1);
    expect(changed.events).toEqual([{ revision: later.revision }]);
    expect([acme.events, bolt.events, rival.events]).toEqual([[{ revision }], [], []]);
    for (const listener of [acme, bolt, rival, changed]) listener.stop();
  });

  it('of different scopes are kept apart', async () => {
    const query = 'subscription { surveyResponded { response { account { mrr: metric(key: MRR) { key: value } } } } }';
    const all = await listenTo(harbor.gateway, query, await harbor.token());
    const few = await listenTo(harbor.gateway, query, await harbor.token({ scopes: ['surveys:read'] }));
    await respond('ann');
    await Promise.all([all.next(1), few.next(1)]);
    expect(all.events).toMatchObject([{ response: { account: { mrr: { key: expect.any(Number) } } } }]);
    expect(few.events).toEqual([{ response: { account: null } }]);
    all.stop();
    few.stop();
  });

  it('that ask about the viewer are answered for each', async () => {
    const query = 'subscription { surveyResponded { survey { eligibility { reason } } } }';
    const ann = await listenTo(harbor.gateway, query, await harbor.token({ subject: 'ann' }));
    const bob = await listenTo(harbor.gateway, query, await harbor.token({ subject: 'bob' }));
    await respond('ann');
    await Promise.all([ann.next(1), bob.next(1)]);
    expect(ann.events).toEqual([{ survey: { eligibility: { reason: 'ANSWERED' } } }]);
    expect(bob.events).toEqual([{ survey: { eligibility: { reason: null } } }]);
    ann.stop();
    bob.stop();
  });

  it('end with a code and without details when they fail, and start anew after that', async () => {
    let fails = true;
    const store: Store = {
      ...harbor.store,
      workspace: (key) => {
        const asked = harbor.store.workspace(key);
        const responsesSince: WorkspaceStore['responsesSince'] = async (after, first) => {
          if (fails) throw new Error('secret');
          return asked.responsesSince(after, first);
        };
        return { ...asked, responsesSince };
      },
    };
    const logged: string[] = [];
    const logger = { error: (_: object, message: string) => void logged.push(message) };
    const gateway = createGateway({ store, now: () => noon, logger });
    onTestFinished(() => gateway.dispose());
    const query = 'subscription { surveyResponded { revision } }';
    const token = await harbor.token();
    const failed = await listenTo(gateway, query, token);
    await respond('ann');
    await failed.ended;
    expect(failed.events).toMatchObject([{ errors: [{ extensions: { code: 'INTERNAL' } }] }]);
    expect(JSON.stringify(failed.events)).not.toContain('secret');
    expect(logged).toEqual(['A request failed unexpectedly']);
    fails = false;
    const works = await listenTo(gateway, query, token, { lastEventId: failed.lastEventId() });
    await works.next(1);
    expect(works.events).toHaveLength(1);
    works.stop();
  });

  it('end before an event that cannot be read at the moment, and send it to who comes back', async () => {
    let isAway = true;
    const store: Store = {
      ...harbor.store,
      workspace: (key) => {
        const asked = harbor.store.workspace(key);
        const lastResponse: WorkspaceStore['lastResponse'] = async (survey, respondent) => {
          if (isAway) throw new DatabaseUnavailable('DatabaseUnavailable: away.');
          return asked.lastResponse(survey, respondent);
        };
        return { ...asked, lastResponse };
      },
    };
    const gateway = createGateway({ store, now: () => noon });
    onTestFinished(() => gateway.dispose());
    const query = 'subscription { surveyResponded { revision survey { eligibility { eligible } } } }';
    const token = await harbor.token();
    const first = await listenTo(gateway, query, token);
    const revision = await respond('ann');
    await first.ended;
    expect(first.events).toMatchObject([{ errors: [{ extensions: { code: 'UNAVAILABLE' } }] }]);
    isAway = false;
    const second = await listenTo(gateway, query, token, { lastEventId: first.lastEventId() });
    await second.next(1);
    expect(second.events).toMatchObject([{ revision }]);
    second.stop();
  });

  it('start anew after the last listener left', async () => {
    const query = 'subscription { portfolioChanged { revision } }';
    for (let round = 0; round < 3; round++) {
      const listener = await listenTo(harbor.gateway, query, await harbor.token());
      const { revision } = await harbor.harbor.upsertAccounts([{ externalId: `round-${round}` }]);
      await listener.next(1);
      expect(listener.events).toEqual([{ revision }]);
      listener.stop();
    }
  });
});
