import { surveyScales } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { ResponseRecord, SurveyRecord } from '../../records/survey.ts';
import { describeBackends } from '../../testing/backends.ts';
import { relationship } from '../../testing/surveys.ts';

const support: SurveyRecord = {
  ...relationship,
  key: 'support',
  kind: 'CSAT',
  scale: 5,
  followUps: [{ bucket: 'DISSATISFIED', question: 'What went wrong?' }],
};
const effort: SurveyRecord = { ...relationship, key: 'effort', kind: 'CES', scale: 7, followUps: [] };

const answerOf = (survey: string, answer: unknown): ResponseRecord => ({
  externalId: `${survey}-${String(answer)}`,
  survey,
  respondent: 'ann',
  answer,
  respondedAt: '2026-06-01T10:00:00Z',
});

describeBackends('surveys of several kinds', (backend) => {
  test('are kept with their scales, and are NPS where nothing is said', async () => {
    const workspace = await backend.freshWorkspace();
    const all = [relationship, support, effort];
    expect((await workspace.upsertSurveys(all)).results).toEqual(all.map(() => ({ status: 'created' })));
    expect((await workspace.upsertSurveys(all)).results).toEqual(all.map(() => ({ status: 'unchanged' })));
    const said: SurveyRecord = { ...relationship, kind: 'NPS', scale: 10 };
    expect((await workspace.upsertSurveys([said])).results).toEqual([{ status: 'unchanged' }]);
    expect((await workspace.surveys()).map(({ key, scale }) => [key, scale])).toEqual([
      ['effort', surveyScales.CES_7],
      ['relationship', surveyScales.NPS],
      ['support', surveyScales.CSAT_5],
    ]);
    expect((await workspace.ledger()).surveyScales.get('support')).toEqual(surveyScales.CSAT_5);
  });

  test('take whole numbers of their own scale and nothing else', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSurveys([relationship, support, effort]);
    const given = [
      ...[0, 1, 5, 6, 2.5, '4', null].map((answer) => answerOf('support', answer)),
      ...[0, 1, 7, 8].map((answer) => answerOf('effort', answer)),
      ...[0, 10, 11].map((answer) => answerOf('relationship', answer)),
    ];
    const { results } = await workspace.upsertResponses(given);
    expect(results.map((result) => (result.status === 'rejected' ? result.reason : result.status))).toEqual([
      'The answer is 0. Give a whole number from 1 to 5.',
      'created',
      'created',
      'The answer is 6. Give a whole number from 1 to 5.',
      'The answer is 2.5. Give a whole number from 1 to 5.',
      'The answer is the text "4". Give a whole number from 1 to 5.',
      'The answer is null. Give a whole number from 1 to 5.',
      'The answer is 0. Give a whole number from 1 to 7.',
      'created',
      'created',
      'The answer is 8. Give a whole number from 1 to 7.',
      'created',
      'created',
      'The answer is 11. Give a whole number from 0 to 10.',
    ]);
    const submission = { survey: 'support', accountId: null, respondent: 'bob', idempotencyKey: 'k' };
    expect(await workspace.submitResponse({ ...submission, answer: 6 })).toMatchObject({
      kind: 'invalid',
      field: 'answer',
      message: 'The answer is 6. Give a whole number from 1 to 5.',
    });
    expect(await workspace.submitResponse({ ...submission, answer: 4 })).toMatchObject({ kind: 'accepted' });
    expect(await workspace.submitResponse({ ...submission, answer: 4 })).toMatchObject({ duplicate: true });
  });

  test('that make no sense are rejected with a sentence', async () => {
    const workspace = await backend.freshWorkspace();
    const { scale: _, ...unscaled } = support;
    // What comes over the wire need not be of the record's type.
    const bad = [
      ['kind', { ...support, kind: 'STARS' }],
      ['scale', unscaled],
      ['scale', { ...support, scale: 7 }],
      ['scale', { ...effort, scale: 10 }],
      ['scale', { ...relationship, scale: 5 }],
      ['direction', { ...support, direction: 'HIGH_IS_EASY' }],
      ['direction', { ...effort, direction: 'UP' }],
      ['followUps', { ...support, followUps: [{ bucket: 'PROMOTER', question: 'Why?' }] }],
    ] as unknown as readonly (readonly [string, SurveyRecord])[];
    const { results } = await workspace.upsertSurveys([...bad.map(([, survey]) => survey), support]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      ...bad.map(([field]) => field),
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. \w.*\.$/);
  });

  test('keep kind and scale once they are answered, and may have their direction put right', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSurveys([support, effort]);
    expect((await workspace.upsertSurveys([{ ...support, scale: 10 }])).results).toEqual([{ status: 'updated' }]);
    await workspace.upsertResponses([answerOf('support', 9), answerOf('effort', 2)]);
    const { results } = await workspace.upsertSurveys([
      support,
      { ...support, kind: 'CES', followUps: [] },
      { ...support, scale: 10, name: 'Support' },
      { ...effort, direction: 'LOW_IS_EASY' },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'scale',
      'kind',
      'updated',
      'updated',
    ]);
    expect((await workspace.ledger()).surveyScales.get('effort')).toEqual(surveyScales.CES_7_LOW_IS_EASY);
  });
});
