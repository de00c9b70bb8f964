import type { Ledger } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { SubscriptionRecord } from '../records/subscription.ts';
import { describeBackends } from '../testing/backends.ts';
import { relationship } from '../testing/surveys.ts';

/** What a ledger says, without what differs from workspace to workspace. */
function contentOf(ledger: Ledger) {
  const { accounts, responses, ...rest } = ledger;
  // A respondent's code says no more than who is the same.
  const met = [...new Set(responses.respondent)];
  const respondents = Array.from(responses.respondent, (code) => met.indexOf(code));
  return {
    ...rest,
    revision: '',
    accounts: { ...accounts, ids: [] },
    responses: { ...responses, respondent: respondents },
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

describeBackends('the ledger', (backend) => {
  test.each([1, 2, 3])('brought forward over random writes is the one loaded afresh (seed %i)', async (seed) => {
    const random = seeded(seed);
    const grown = await backend.freshWorkspace();
    await grown.upsertSurveys([relationship]);
    const accounts = new Map<string, { name: string; traits: Record<string, string> }>();
    const subscriptions = new Map<string, SubscriptionRecord>();
    const responses = new Map<string, Parameters<typeof grown.upsertResponses>[0][number]>();
    const rates = [{ currency: 'EUR', day: '2020-06-01', rate: '1.25' }];
    for (let write = 0; write < 40; write++) {
      const account = `a${random(12)}`;
      switch (random(4)) {
        case 0: {
          const traits = { plan: `p${random(3)}`, [`k${random(2)}`]: `v${random(4)}` };
          accounts.set(account, { name: `n${write}`, traits: { ...accounts.get(account)?.traits, ...traits } });
          await grown.upsertAccounts([{ externalId: account, name: `n${write}`, traits }]);
          break;
        }
        case 1:
        case 2: {
          const subscription: SubscriptionRecord = {
            subscriptionId: `s${random(8)}`,
            accountExternalId: account,
            startsOn: `202${random(6)}-0${1 + random(9)}-01`,
            endsOn: null,
            amount: String(random(500)),
            currency: random(3) === 0 ? 'EUR' : 'USD',
          };
          subscriptions.set(`${subscription.subscriptionId} ${subscription.startsOn}`, subscription);
          if (!accounts.has(account)) accounts.set(account, { name: account, traits: {} });
          await grown.upsertSubscriptions([subscription]);
          break;
        }
        default: {
          if (!accounts.has(account)) break;
          const response = {
            externalId: `r${random(15)}`,
            survey: 'relationship',
            respondent: `p${random(5)}`,
            accountExternalId: account,
            answer: random(11),
            respondedAt: new Date(Date.UTC(2025, random(12), 1 + random(28)) + write * 1_000).toISOString(),
          };
          // An exposure stays where an answer that was corrected leaves, so each answer keeps its day.
          if (responses.has(response.externalId)) break;
          responses.set(response.externalId, response);
          await grown.upsertResponses([response]);
        }
      }
      if (write % 3 === 0) await grown.ledger();
      if (write === 20) await grown.setExchangeRates(rates);
    }
    const afresh = await backend.freshWorkspace();
    await afresh.upsertSurveys([relationship]);
    await afresh.setExchangeRates(rates);
    await afresh.upsertAccounts([...accounts].map(([externalId, account]) => ({ externalId, ...account })));
    await afresh.upsertSubscriptions([...subscriptions.values()]);
    await afresh.upsertResponses([...responses.values()]);

    const ledger = contentOf(await grown.ledger());
    expect(ledger.movements.days.length).toBeGreaterThan(5);
    expect(ledger).toEqual(contentOf(await afresh.ledger()));
  });

  test('is never older than a revision read before', async () => {
    const workspace = await backend.freshWorkspace();
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const { revision } = await workspace.upsertAccounts([{ externalId: `a${index}` }]);
        const ledger = await workspace.ledger();
        expect(Number(ledger.revision)).toBeGreaterThanOrEqual(Number(revision));
        expect(ledger.accounts.externalIds).toContain(`a${index}`);
      }),
    );
    const ledger = await workspace.ledger();
    expect(await workspace.ledger()).toBe(ledger);
    expect(ledger.accounts.externalIds).toEqual([...ledger.accounts.externalIds].sort());
  });
});
