import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  const { secret } = await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write'] });
  const common = 'lowLabel: "Low", highLabel: "High", thanks: "Thanks.", open: true, question: "How was it?"';
  const answers = [
    ['support', [5, 5, 4, 3, 1]],
    ['effort', [1, 2, 2, 3, 5]],
    ['relationship', [10, 10, 2]],
  ] as const;
  const { data, errors } = await harbor.ask(
    `mutation ($responses: [SurveyResponseInput!]!) {
      upsertSurveys(surveys: [
        { key: "support", name: "Support", kind: CSAT, scale: 5, followUps: [{ bucket: DISSATISFIED, question: "Why?" }], ${common} }
        { key: "effort", name: "Effort", kind: CES, scale: 5, direction: LOW_IS_EASY, followUps: [], ${common} }
        { key: "wrong", name: "Wrong", kind: CSAT, scale: 7, followUps: [], ${common} }
      ]) { ... on BatchPayload { results { status field } } }
      upsertSurveyResponses(responses: $responses) { ... on BatchPayload { results { status reason } } }
    }`,
    {
      responses: [...answers, ['support', [0]] as const].flatMap(([survey, given]) =>
        given.map((answer, index) => ({
          externalId: `${survey}-${index}-${answer}`,
          survey,
          accountExternalId: 'acme',
          // One person answers every time.
          respondent: survey === 'relationship' ? `r${index}` : 'ann',
          answer,
          respondedAt: `2026-10-0${index + 1}T10:00:00Z`,
        })),
      ),
    },
    { token: secret },
  );
  expect(errors).toBeUndefined();
  expect(data.upsertSurveys.results).toMatchObject([
    { status: 'CREATED' },
    { status: 'CREATED' },
    { status: 'REJECTED', field: 'scale' },
  ]);
  expect(data.upsertSurveyResponses.results.at(-1)).toEqual({
    status: 'REJECTED',
    reason: 'The answer is 0. Give a whole number from 1 to 5.',
  });
});
afterAll(() => harbor.close());

const october = 'period: { month: "2026-10" }';
const reading = '{ value sampleSize marginOfError definition { key } terms { key side value } }';

describe('surveys of several kinds', () => {
  it('are told apart, and found by kind', async () => {
    const fields = 'key kind lowestAnswer scale direction';
    const { data, errors } = await harbor.ask(`{
      surveys { totalCount nodes { ${fields} } }
      csat: surveys(kind: CSAT, open: true) { nodes { key } }
      found: survey(key: "support", kind: CSAT) { followUps { bucket } }
      other: survey(key: "support", kind: NPS) { key }
    }`);
    expect(errors).toBeUndefined();
    expect(data.surveys).toEqual({
      totalCount: 4,
      nodes: [
        { key: 'closed', kind: 'NPS', lowestAnswer: 0, scale: 10, direction: null },
        { key: 'effort', kind: 'CES', lowestAnswer: 1, scale: 5, direction: 'LOW_IS_EASY' },
        { key: 'relationship', kind: 'NPS', lowestAnswer: 0, scale: 10, direction: null },
        { key: 'support', kind: 'CSAT', lowestAnswer: 1, scale: 5, direction: null },
      ],
    });
    expect(data.csat.nodes).toEqual([{ key: 'support' }]);
    expect(data.found).toEqual({ followUps: [{ bucket: 'DISSATISFIED' }] });
    expect(data.other).toBeNull();
  });

  it('are each scored by their own metric, with mean and margin', async () => {
    const { data, errors } = await harbor.ask(`{
      support: survey(key: "support") { score(${october}) ${reading} }
      effort: survey(key: "effort") { score(${october}) ${reading} }
    }`);
    expect(errors).toBeUndefined();
    expect(data.support.score).toEqual({
      value: 0.6,
      sampleSize: 5,
      marginOfError: expect.closeTo(0.326, 3),
      definition: { key: 'CSAT' },
      terms: [
        { key: 'SATISFIED', side: 'NUMERATOR', value: 3 },
        { key: 'SATISFIED', side: 'DENOMINATOR', value: 3 },
        { key: 'NEUTRAL', side: 'DENOMINATOR', value: 1 },
        { key: 'DISSATISFIED', side: 'DENOMINATOR', value: 1 },
        { key: 'MEAN_CSAT_5', side: 'STATISTIC', value: 3.6 },
      ],
    });
    expect(data.effort.score).toMatchObject({
      value: 0.6,
      definition: { key: 'CES' },
      terms: expect.arrayContaining([{ key: 'MEAN_CES_5_LOW_IS_EASY', side: 'STATISTIC', value: 2.6 }]),
    });
  });

  it('keep out of one another’s metrics, and share the response rate by kind', async () => {
    const { data, errors } = await harbor.ask(`{ portfolio {
      nps: metric(key: NPS, ${october}, policy: { minimumSample: 1 }) { value sampleSize }
      csat: metric(key: CSAT, ${october}) { value sampleSize }
      none: metric(key: CSAT, ${october}, survey: "effort") { value reason }
      few: metric(key: CES, ${october}, policy: { minimumSample: 6 }) { value reason }
      all: metric(key: RESPONSE_RATE, ${october}) { numerator denominator }
      ces: metric(key: RESPONSE_RATE, ${october}, surveyKind: CES) { numerator denominator }
      series(key: CSAT, ${october}) { points { value } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio).toEqual({
      nps: { value: expect.closeTo(100 / 3, 10), sampleSize: 3 },
      csat: { value: 0.6, sampleSize: 5 },
      none: { value: null, reason: 'NO_RESPONSES' },
      few: { value: null, reason: 'BELOW_MINIMUM_SAMPLE' },
      all: { numerator: 13, denominator: 13 },
      ces: { numerator: 5, denominator: 5 },
      series: { points: [{ value: 0.6 }] },
    });
  });

  it('spread their answers over their own groups and values', async () => {
    const { data, errors } = await harbor.ask(`{
      survey(key: "effort") {
        distribution(${october}) { answered shown responseRate buckets { bucket count } answers { answer count } }
        responses(first: 2) { nodes { answer bucket } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.survey.distribution).toEqual({
      answered: 5,
      shown: 5,
      responseRate: 1,
      buckets: [
        { bucket: 'HARD', count: 1 },
        { bucket: 'NEUTRAL', count: 1 },
        { bucket: 'EASY', count: 3 },
      ],
      answers: [1, 2, 3, 4, 5].map((answer) => ({ answer, count: { 1: 1, 2: 2, 3: 1, 5: 1 }[answer] ?? 0 })),
    });
    expect(data.survey.responses.nodes).toEqual([
      { answer: 5, bucket: 'HARD' },
      { answer: 3, bucket: 'NEUTRAL' },
    ]);
  });

  it('take an answer of their own scale and refuse another', async () => {
    const submit = (answer: number) =>
      harbor.ask(
        `mutation ($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) {
          __typename ... on SubmitSurveyResponsePayload { response { bucket } } ... on Failure { message } } }`,
        { input: { survey: 'support', answer, idempotencyKey: String(answer) } },
      );
    expect((await submit(4)).data.submitSurveyResponse).toMatchObject({ response: { bucket: 'SATISFIED' } });
    expect((await submit(9)).data.submitSurveyResponse).toEqual({
      __typename: 'InvalidAnswerError',
      message: 'The answer is 9. Give a whole number from 1 to 5.',
    });
  });
});
