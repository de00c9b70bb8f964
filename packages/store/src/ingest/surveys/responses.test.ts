import { expect, test } from 'vitest';
import type { ResponseRecord } from '../../records/survey.ts';
import { describeBackends } from '../../testing/backends.ts';
import { relationship } from '../../testing/surveys.ts';

const base: ResponseRecord = {
  externalId: 'r1',
  survey: 'relationship',
  accountExternalId: 'acme',
  respondent: 'ann',
  answer: 9,
  comment: 'Fine.',
  respondedAt: '2026-05-31T23:30:00-02:00',
};

describeBackends('imported answers', (backend) => {
  const surveyed = async (timeZone = 'UTC') => {
    const workspace = await backend.freshWorkspace({ timeZone });
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'globex' }]);
    await workspace.upsertSurveys([relationship]);
    return workspace;
  };

  test('go in once, each with an exposure, on the day of the workspace', async () => {
    const workspace = await surveyed('America/Los_Angeles');
    expect((await workspace.upsertResponses([base])).results).toEqual([{ status: 'created' }]);
    expect((await workspace.upsertResponses([base])).results).toEqual([{ status: 'unchanged' }]);
    const { responses, exposures } = await workspace.ledger();
    expect([responses.count, exposures.count]).toEqual([1, 1]);
    expect(responses.days[0]).toBe(Date.UTC(2026, 4, 31) / 86_400_000);
    expect((await workspace.upsertResponses([{ ...base, answer: 3 }])).results).toEqual([{ status: 'updated' }]);
    expect([...(await workspace.ledger()).responses.answers]).toEqual([3]);
  });

  test('that make no sense are rejected one by one', async () => {
    const workspace = await surveyed();
    const bad: readonly (readonly [string, Partial<ResponseRecord>])[] = [
      ['answer', { answer: 11 }],
      ['answer', { answer: -1 }],
      ['answer', { answer: 7.5 }],
      ['answer', { answer: '9' }],
      ['answer', { answer: null }],
      ['survey', { survey: 'unknown' }],
      ['accountExternalId', { accountExternalId: 'unknown' }],
      ['respondent', { respondent: '' }],
      ['respondedAt', { respondedAt: '2026-05-31' }],
      ['respondedAt', { respondedAt: '2026-02-30T10:00:00Z' }],
      ['comment', { comment: 'x'.repeat(10_001) }],
      ['externalId', { externalId: '' }],
    ];
    const { results } = await workspace.upsertResponses([
      ...bad.map(([, change], index) => ({ ...base, externalId: `bad-${index}`, ...change })),
      base,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      ...bad.map(([field]) => field),
      'created',
    ]);
  });

  test('are read newest first, page by page, by survey and account', async () => {
    const workspace = await surveyed();
    await workspace.upsertSurveys([{ ...relationship, key: 'other' }]);
    const records = Array.from(
      { length: 25 },
      (_, index): ResponseRecord => ({
        externalId: `r${index}`,
        survey: index % 5 === 0 ? 'other' : 'relationship',
        respondent: `p${index}`,
        answer: index % 11,
        // Pairs share an instant, so that a page may end between equals.
        respondedAt: `2026-05-01T10:${String(Math.floor(index / 2)).padStart(2, '0')}:00.123Z`,
        ...(index % 2 === 0 ? { accountExternalId: index % 4 === 0 ? 'acme' : 'globex' } : {}),
      }),
    );
    await workspace.upsertResponses(records);
    const seen: string[] = [];
    let after: { readonly respondedAt: Date; readonly id: string } | undefined;
    for (;;) {
      const page = await workspace.responses({ accountIds: null, first: 7, ...(after === undefined ? {} : { after }) });
      seen.push(...page.responses.map(({ respondent }) => respondent));
      after = page.responses.at(-1);
      if (!page.hasMore) break;
    }
    expect(new Set(seen).size).toBe(25);
    expect(seen.map((respondent) => Math.floor(Number(respondent.slice(1)) / 2))).toEqual(
      Array.from({ length: 25 }, (_, index) => Math.floor((24 - index) / 2)),
    );
    const { accounts } = await workspace.ledger();
    const acme = accounts.ids[accounts.externalIds.indexOf('acme')] ?? '';
    const own = await workspace.responses({ survey: 'relationship', accountIds: [acme, 'nonsense'], first: 100 });
    expect(own.responses.map(({ respondent }) => respondent)).toEqual(['p24', 'p16', 'p12', 'p8', 'p4']);
    expect((await workspace.responses({ accountIds: [], first: 10 })).responses).toEqual([]);
    const [newest] = own.responses;
    expect(await workspace.response(newest?.id ?? '')).toEqual(newest);
    expect(await workspace.response('nonsense')).toBeNull();
    expect((await workspace.lastResponse('relationship', 'p24'))?.answer).toBe(2);
    expect(await workspace.lastResponse('relationship', 'nobody')).toBeNull();
  });
});

describeBackends('surveys and exposures', (backend) => {
  test('a survey is created, replaced and left alone', async () => {
    const workspace = await backend.freshWorkspace();
    expect((await workspace.upsertSurveys([relationship])).results).toEqual([{ status: 'created' }]);
    const turned = { ...relationship, followUps: [...relationship.followUps].reverse() };
    expect((await workspace.upsertSurveys([relationship, turned])).results).toEqual([
      { status: 'unchanged' },
      { status: 'unchanged' },
    ]);
    expect((await workspace.upsertSurveys([{ ...relationship, open: false }])).results).toEqual([
      { status: 'updated' },
    ]);
    expect(await workspace.survey('relationship')).toMatchObject({ open: false, question: relationship.question });
    expect(await workspace.survey('unknown')).toBeNull();
    expect((await workspace.upsertSurveys([{ ...relationship, key: 'x', question: '' }])).results).toMatchObject([
      { status: 'rejected', field: 'question' },
    ]);
  });

  test('an exposure counts once a day and stays dismissed', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSurveys([relationship]);
    const shown = { survey: 'relationship', respondent: 'ann', shownAt: '2026-06-01T10:00:00Z' };
    const statuses = async (...records: Parameters<typeof workspace.recordExposures>[0]) =>
      (await workspace.recordExposures(records)).results.map(({ status }) => status);
    expect(await statuses(shown, { ...shown, shownAt: '2026-06-01T11:00:00Z' })).toEqual(['created', 'unchanged']);
    expect(await statuses({ ...shown, dismissed: true })).toEqual(['updated']);
    expect(await statuses(shown, { ...shown, shownAt: '2026-06-02T00:00:00Z' })).toEqual(['unchanged', 'created']);
    expect(await statuses({ ...shown, accountId: '00000000-0000-0000-0000-000000000000' })).toEqual(['rejected']);
    expect((await workspace.ledger()).exposures.count).toBe(2);
  });
});
