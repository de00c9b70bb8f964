import { createEmbedToken } from '@plimsoll/embed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { type Listener, listenTo } from './testing/listen-to.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const listen = (token: string): Promise<Listener> =>
  listenTo(
    harbor.gateway,
    'subscription { surveyResponded { response { answer account { externalId } } survey { score(period: { current: MONTH }, policy: { minimumSample: 1 }) { value } } } }',
    token,
  );

async function answer(account: string, value: number, subject: string): Promise<void> {
  await harbor.ask(
    'mutation ($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) { __typename } }',
    { input: { survey: 'relationship', answer: value, idempotencyKey: crypto.randomUUID() } },
    { token: await harbor.token({ accounts: [account], subject }) },
  );
}

describe('surveyResponded', () => {
  it('tells of answers in reach as they come, with the score they made', async () => {
    const staff = await listen(await harbor.token());
    const acme = await listen(await harbor.token({ accounts: ['acme'] }));
    const rival = await listen(await harbor.rivalToken());
    await answer('bolt', 2, 'bob');
    // Responses that come together are told with the score that they made together.
    await staff.next(1);
    await answer('acme', 10, 'ann');
    await staff.next(2);
    await acme.next(1);
    expect(staff.events).toEqual([
      { response: { answer: 2, account: { externalId: 'bolt' } }, survey: { score: { value: -100 } } },
      { response: { answer: 10, account: { externalId: 'acme' } }, survey: { score: { value: 0 } } },
    ]);
    expect(acme.events).toEqual([
      { response: { answer: 10, account: { externalId: 'acme' } }, survey: { score: { value: 100 } } },
    ]);
    expect(rival.events).toEqual([]);
    for (const listener of [staff, acme, rival]) listener.stop();
  });

  it('ends when the token expires, and when the gateway goes', async () => {
    const brief = await openHarbor({ now: Date.now });
    const listening = async (ttl: number): Promise<Response> =>
      brief.gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream',
            authorization: `Bearer ${await createEmbedToken({ key: await brief.harbor.createEmbedKey({ name: `k${ttl}` }).then((key) => key.signingKey), subject: 'ann', accounts: 'all', scopes: ['surveys:read'], ttl })}`,
          },
          body: JSON.stringify({ query: 'subscription { surveyResponded { revision } }' }),
        }),
      );
    expect(await (await listening(1)).text()).toContain('event: complete');
    const open = (await listening(600)).text();
    await brief.close();
    expect(await open).toContain('event: complete');
  });
});
