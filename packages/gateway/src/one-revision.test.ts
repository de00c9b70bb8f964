import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Harbor, openHarbor } from './testing/harbor.ts';

// A workspace that is not held in memory: a document takes several passes over its tables, and an answer no two revisions.
let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor({}, { memoryBudget: 0 });
});
afterAll(() => harbor.close());

/** What a pass does once, with as few accounts as there are here. */
const aPass = /as chunk/;
/** What a session that is opened does last, before it looks for the accounts that its token names. */
const anOpening = /max\("?touched_revision/;

let raised = 0;

/** Raises what Crux pays. */
async function raise(): Promise<void> {
  raised++;
  await harbor.harbor.upsertSubscriptions([
    {
      subscriptionId: 's3',
      accountExternalId: 'crux',
      startsOn: '2026-03-10',
      endsOn: null,
      amount: String(400 + raised),
      currency: 'USD',
      interval: 'month',
      every: 1,
      quantity: 1,
    },
  ]);
}

/**
 * Asks, and writes right behind transactions that run a statement, before any that is begun later: the database in process
 * serves one after the other.
 *
 * @param times behind which of them, the first being 1
 * @returns with the answer how often the statement was run
 */
async function askWhileWriting(
  ask: () => Promise<Answer>,
  statement: RegExp,
  times: readonly number[],
): Promise<{ readonly answer: Answer; readonly seen: number }> {
  // So that nothing is answered from what was read before.
  await raise();
  const writes: Promise<void>[] = [];
  let seen = 0;
  const look = (run: unknown): void => {
    const { sql } = run as { readonly sql: string };
    if (!statement.test(sql)) return;
    seen++;
    if (times.includes(seen)) writes.push(raise());
  };
  subscribe('plimsoll:store:statement', look);
  try {
    return { answer: await ask(), seen };
  } finally {
    unsubscribe('plimsoll:store:statement', look);
    await Promise.all(writes);
  }
}

// What is read besides must not be waited for in vain, where the database in process has but one transaction.
const twoPasses = `{ viewer { workspace { revision } } healthModels { key } survey(key: "relationship") { question responses(first: 1) { nodes { answer } } } portfolio { metric(key: MRR) {
  value revision contributors(first: 9) { nodes { account { name } money { amount } } } } } }`;

/** Expects an answer of one revision, at which Crux had been raised so often. */
function expectWhole({ data, errors }: Answer, revision: string, times = raised): void {
  expect(errors).toBeUndefined();
  const { value, contributors } = data.portfolio.metric;
  const amounts = contributors.nodes.map(({ money }: { money: { amount: string } }) => Number(money.amount));
  expect(amounts.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(value);
  expect(value).toBe(650 + 400 + times);
  expect([data.portfolio.metric.revision, data.viewer.workspace.revision]).toEqual([revision, revision]);
}

describe('a query of a workspace that is written to between two passes', () => {
  it('is executed again, and answered from one revision', async () => {
    const { answer, seen } = await askWhileWriting(() => harbor.ask(twoPasses), aPass, [1]);
    // The first execution gave up after its first pass.
    expect(seen).toBe(3);
    expectWhole(answer, (await harbor.harbor.info()).revision);
  });

  it('is answered however often somebody writes', async () => {
    const { answer, seen } = await askWhileWriting(() => harbor.ask(twoPasses), aPass, [1, 2, 3, 4, 5]);
    expect(seen).toBe(3);
    const before = raised - 2;
    expectWhole(answer, answer.data.portfolio.metric.revision, before);
    expectWhole(await harbor.ask(twoPasses), (await harbor.harbor.info()).revision);
  });

  it('is answered for a token of some accounts, whose session is not opened in one go', async () => {
    const token = await harbor.token({ accounts: ['crux'] });
    const ask = () => harbor.ask('{ portfolio { metric(key: MRR) { value } } }', {}, { token });
    const { answer, seen } = await askWhileWriting(ask, anOpening, [1, 2, 3, 4, 5]);
    expect(seen).toBe(2);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ portfolio: { metric: { value: 400 + raised - 1 } } });
  });

  it('is answered while somebody writes without a pause', async () => {
    let [writes, writing] = [0, true];
    const writer = (async () => {
      for (; writing && writes < 500; writes++) {
        await harbor.harbor.upsertAccounts([{ externalId: 'busy', name: `Busy ${writes}` }]);
      }
    })();
    const answer = await harbor.ask(twoPasses);
    writing = false;
    expect(writes).toBeLessThan(500);
    expectWhole(answer, answer.data.portfolio.metric.revision);
    await writer;
  });
});

it('a mutation is executed once, though the workspace moved while its result was read', async () => {
  const token = await harbor.token({ accounts: ['crux'] });
  const mutation = `mutation { submitSurveyResponse(input: { survey: "relationship", answer: 9, idempotencyKey: "once" }) {
    ... on SubmitSurveyResponsePayload { duplicate response { answer } } } }`;
  // A session is opened to see who answers, and another one after the write.
  const { answer, seen } = await askWhileWriting(() => harbor.ask(mutation, {}, { token }), anOpening, [2]);
  expect(seen).toBe(2);
  expect(answer.errors?.[0]).toMatchObject({
    message: 'The workspace was written to while it was being read. Try again shortly.',
    extensions: { code: 'UNAVAILABLE' },
  });
  const { responses } = await harbor.harbor.responses({ survey: 'relationship', accountIds: null, first: 9 });
  expect(responses).toHaveLength(1);
  // The answer was taken, and sending it again tells so.
  const { data } = await harbor.ask(mutation, {}, { token });
  expect(data.submitSurveyResponse).toEqual({ duplicate: true, response: { answer: 9 } });
});
