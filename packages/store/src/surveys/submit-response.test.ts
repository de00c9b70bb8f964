import { expect, test } from 'vitest';
import type { ResponseSubmission } from '../records/survey.ts';
import type { ChangeEvent } from '../store.ts';
import { describeBackends } from '../testing/backends.ts';
import { relationship } from '../testing/surveys.ts';

describeBackends('an answer given now', (backend) => {
  const surveyed = async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.upsertSurveys([relationship, { ...relationship, key: 'closed', open: false }]);
    const accountId = (await workspace.ledger()).accounts.ids[0] ?? null;
    const submission: ResponseSubmission = {
      survey: 'relationship',
      accountId,
      respondent: 'ann',
      answer: 9,
      comment: 'Lovely.',
      idempotencyKey: 'k1',
    };
    return { workspace, submission };
  };

  test('is taken once, told of at once, and makes sure of an exposure', async () => {
    const { workspace, submission } = await surveyed();
    const heard: ChangeEvent[] = [];
    const stop = backend.store.onChange((change) => heard.push(change));
    const first = await workspace.submitResponse(submission);
    const again = await workspace.submitResponse(submission);
    stop();
    if (first.kind !== 'accepted') throw new Error(first.message);
    expect(first).toMatchObject({ duplicate: false, response: { answer: 9, comment: 'Lovely.', respondent: 'ann' } });
    expect(again).toEqual({ ...first, duplicate: true });
    expect(heard).toEqual([
      { workspace: workspace.key, revision: first.revision, kind: 'response', responseId: first.response.id },
    ]);
    const { responses, exposures, revision } = await workspace.ledger();
    expect([responses.count, exposures.count, revision]).toEqual([1, 1, first.revision]);
  });

  test('under a key that came with another is a conflict and changes nothing', async () => {
    const { workspace, submission } = await surveyed();
    await workspace.submitResponse(submission);
    for (const change of [{ answer: 2 }, { comment: 'Else.' }, { accountId: null }]) {
      expect(await workspace.submitResponse({ ...submission, ...change })).toMatchObject({ kind: 'conflict' });
    }
    expect((await workspace.counts()).responses).toBe(1);
  });

  test('under a key that another respondent chose too is a response of its own', async () => {
    const { workspace, submission } = await surveyed();
    const anns = await workspace.submitResponse(submission);
    const bobs = await workspace.submitResponse({ ...submission, respondent: 'bob', answer: 2 });
    expect(bobs).toMatchObject({ kind: 'accepted', duplicate: false, response: { respondent: 'bob', answer: 2 } });
    expect(await workspace.submitResponse(submission)).toMatchObject({
      duplicate: true,
      response: anns.kind === 'accepted' ? anns.response : null,
    });
    expect((await workspace.counts()).responses).toBe(2);
  });

  test('that an earlier version took, with the key alone as its external id, is known to its respondent only', async () => {
    const { workspace, submission } = await surveyed();
    const { idempotencyKey, survey, answer, comment, respondent } = submission;
    await workspace.upsertResponses(
      [
        {
          externalId: idempotencyKey,
          survey,
          answer: Number(answer),
          comment: String(comment),
          respondent,
          respondedAt: '2026-06-01T09:00:00Z',
        },
      ],
      { source: 'plimsoll' },
    );
    const own = { ...submission, accountId: null };
    expect(await workspace.submitResponse(own)).toMatchObject({ kind: 'accepted', duplicate: true });
    expect(await workspace.submitResponse({ ...own, answer: 2 })).toMatchObject({ kind: 'conflict' });
    expect(await workspace.submitResponse({ ...own, respondent: 'bob' })).toMatchObject({
      kind: 'accepted',
      duplicate: false,
    });
  });

  test('takes a key of 200 characters and not of one more', async () => {
    const { workspace, submission } = await surveyed();
    const long = { ...submission, respondent: 'r'.repeat(255), idempotencyKey: 'k'.repeat(200) };
    expect(await workspace.submitResponse(long)).toMatchObject({ kind: 'accepted' });
    expect(await workspace.submitResponse({ ...long, idempotencyKey: 'k'.repeat(201) })).toMatchObject({
      kind: 'invalid',
      field: 'idempotencyKey',
    });
  });

  test('sent many times at once is one answer', async () => {
    const { workspace, submission } = await surveyed();
    const results = await Promise.all(Array.from({ length: 8 }, () => workspace.submitResponse(submission)));
    expect(results.filter((result) => result.kind === 'accepted' && !result.duplicate)).toHaveLength(1);
    expect((await workspace.counts()).responses).toBe(1);
  });

  test('that cannot be taken says why', async () => {
    const { workspace, submission } = await surveyed();
    const before = (await workspace.info()).revision;
    for (const answer of [11, -1, 7.5, '9', null, Number.NaN]) {
      expect(await workspace.submitResponse({ ...submission, answer })).toMatchObject({
        kind: 'invalid',
        field: 'answer',
      });
    }
    const refused = async (change: Partial<ResponseSubmission>) =>
      workspace.submitResponse({ ...submission, idempotencyKey: 'k2', ...change });
    expect(await refused({ comment: 'x'.repeat(10_001) })).toMatchObject({ kind: 'invalid', field: 'comment' });
    expect(await refused({ idempotencyKey: '' })).toMatchObject({ kind: 'invalid', field: 'idempotencyKey' });
    expect(await refused({ accountId: 'nonsense' })).toMatchObject({ kind: 'invalid', field: 'accountId' });
    expect(await refused({ survey: 'unknown' })).toMatchObject({ kind: 'surveyNotFound' });
    expect(await refused({ survey: 'closed' })).toMatchObject({ kind: 'surveyClosed' });
    expect((await workspace.info()).revision).toBe(before);
    expect(await refused({ comment: 'x'.repeat(10_000) })).toMatchObject({ kind: 'accepted' });
  });
});
