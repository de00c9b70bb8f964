import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const submit = `mutation ($input: SubmitSurveyResponseInput!) {
  submitSurveyResponse(input: $input) {
    __typename
    ... on SubmitSurveyResponsePayload { duplicate revision response { id answer bucket comment account { externalId } } }
    ... on Failure { message }
    ... on InvalidAnswerError { field }
  }
}`;

async function answer(input: object, subject = 'ann', accounts: readonly string[] = ['acme']) {
  const token = await harbor.token({ subject, accounts });
  const survey = { survey: 'relationship', idempotencyKey: crypto.randomUUID(), answer: 9 };
  const { data, errors } = await harbor.ask(submit, { input: { ...survey, ...input } }, { token });
  return { result: data?.submitSurveyResponse, errors };
}

describe('submitSurveyResponse', () => {
  it('keeps an answer under the token’s subject and account', async () => {
    const { result } = await answer({ answer: 8, comment: 'Exports, please.' });
    expect(result).toMatchObject({
      __typename: 'SubmitSurveyResponsePayload',
      duplicate: false,
      response: { answer: 8, bucket: 'PASSIVE', comment: 'Exports, please.', account: { externalId: 'acme' } },
    });
  });

  it('takes the same answer once, however often it is sent', async () => {
    const idempotencyKey = 'once';
    const [first, ...again] = await Promise.all(
      Array.from({ length: 5 }, () => answer({ answer: 10, idempotencyKey }, 'retry')),
    );
    const all = [first, ...again].map((sent) => sent?.result);
    expect(new Set(all.map((result) => result.response.id)).size).toBe(1);
    expect(all.filter((result) => !result.duplicate)).toHaveLength(1);
  });

  it('refuses other content under a key that was used', async () => {
    await answer({ answer: 10, idempotencyKey: 'used' }, 'careless');
    const { result } = await answer({ answer: 1, idempotencyKey: 'used' }, 'careless');
    expect(result.__typename).toBe('IdempotencyConflictError');
  });

  it.each([
    ['11', 11],
    ['-1', -1],
  ])('refuses the answer %s as data', async (_, value) => {
    const { result } = await answer({ answer: value });
    expect(result).toMatchObject({ __typename: 'InvalidAnswerError', field: 'answer' });
    expect(result.message).toMatch(/0 to 10/);
  });

  it.each([
    ['7.5', 7.5],
    ['"9"', '9'],
    ['null', null],
  ])('refuses the answer %s as no whole number', async (_, value) => {
    const { errors } = await answer({ answer: value });
    expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(errors?.[0]?.message).toMatch(/Int/);
  });

  it('refuses a closed survey, one that is not there, and too long a comment', async () => {
    expect((await answer({ survey: 'closed' })).result.__typename).toBe('SurveyClosedError');
    expect((await answer({ survey: 'nothing' })).result.__typename).toBe('SurveyNotFoundError');
    expect((await answer({ comment: 'x'.repeat(10_001) })).result).toMatchObject({
      __typename: 'InvalidAnswerError',
      field: 'comment',
    });
  });

  it('is not for API keys, which stand for no person', async () => {
    const { secret } = await harbor.harbor.createApiKey({ name: 'bot', scopes: ['surveys:respond'] });
    const input = { survey: 'relationship', answer: 10, idempotencyKey: 'bot' };
    const { errors } = await harbor.ask(submit, { input }, { token: secret });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a survey', () => {
  const asked = `{ survey(key: "relationship") {
    question followUps { bucket question } open
    score(period: { current: MONTH }, policy: { minimumSample: 1 }) { value sampleSize marginOfError lowSample terms { key value } }
    distribution(period: { current: MONTH }) { answered shown responseRate buckets { bucket count share } answers { answer count } }
    responses(first: 2) { nodes { answer } pageInfo { hasNextPage endCursor } }
  } }`;

  it('scores what was answered, at once', async () => {
    const own = await openHarbor();
    const give = async (subject: string, value: number): Promise<void> => {
      const token = await own.token({ subject, accounts: ['acme'] });
      await own.ask(submit, { input: { survey: 'relationship', answer: value, idempotencyKey: subject } }, { token });
    };
    await give('p', 10);
    await give('q', 9);
    await give('r', 7);
    await give('s', 2);
    const dismissing = await own.token({ subject: 'u', accounts: ['acme'] });
    const dismissed = await own.ask(
      'mutation { recordSurveyExposure(input: { survey: "relationship", dismissed: true }) { ... on RecordSurveyExposurePayload { recorded } } }',
      {},
      { token: dismissing },
    );
    expect(dismissed.data.recordSurveyExposure).toEqual({ recorded: true });
    const { data } = await own.ask(asked);
    expect(data.survey.score).toMatchObject({ value: 25, sampleSize: 4, lowSample: true });
    expect(data.survey.score.marginOfError).toBeCloseTo(196 * Math.sqrt((0.75 - 0.0625) / 4), 10);
    expect(data.survey.distribution).toMatchObject({
      answered: 4,
      shown: 5,
      responseRate: 0.8,
      buckets: [
        { bucket: 'DETRACTOR', count: 1, share: 0.25 },
        { bucket: 'PASSIVE', count: 1, share: 0.25 },
        { bucket: 'PROMOTER', count: 2, share: 0.5 },
      ],
    });
    expect(data.survey.responses).toMatchObject({ pageInfo: { hasNextPage: true } });
    const next = await own.ask(
      'query ($after: String) { survey(key: "relationship") { responses(first: 5, after: $after) { nodes { answer } pageInfo { hasNextPage } } } }',
      { after: data.survey.responses.pageInfo.endCursor },
    );
    expect(next.data.survey.responses.nodes).toHaveLength(2);
    expect(next.data.survey.responses.pageInfo.hasNextPage).toBe(false);
    await own.close();
  });

  it('asks nobody again who has just answered, and no API key', async () => {
    const query = '{ survey(key: "relationship") { eligibility { eligible reason respondedAt } } }';
    const token = await harbor.token({ subject: 'fresh', accounts: ['acme'] });
    expect((await harbor.ask(query, {}, { token })).data.survey.eligibility).toEqual({
      eligible: true,
      reason: null,
      respondedAt: null,
    });
    await answer({ answer: 9 }, 'fresh');
    expect((await harbor.ask(query, {}, { token })).data.survey.eligibility).toMatchObject({
      eligible: false,
      reason: 'ANSWERED',
    });
  });

  it('that is not there is null', async () => {
    expect((await harbor.ask('{ survey(key: "nothing") { name } }')).data).toEqual({ survey: null });
  });
});
