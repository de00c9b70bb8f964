import { expect, test } from 'vitest';
import type { ResponsePosition } from '../records/survey.ts';
import { describeBackends } from '../testing/backends.ts';
import { relationship } from '../testing/surveys.ts';

describeBackends('responsesSince', (backend) => {
  const start: ResponsePosition = { revision: 0, position: Number.POSITIVE_INFINITY };

  const surveyed = async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSurveys([relationship]);
    const submit = async (comment: string): Promise<string> => {
      const result = await workspace.submitResponse({
        survey: 'relationship',
        accountId: null,
        respondent: comment,
        answer: 9,
        comment,
        idempotencyKey: comment,
      });
      if (result.kind !== 'accepted') throw new Error(result.message);
      return result.revision;
    };
    return { workspace, submit };
  };

  test('reads live responses in the order of their revisions, page by page, and no imported ones', async () => {
    const { workspace, submit } = await surveyed();
    const revisions = [await submit('a'), await submit('b')];
    await workspace.upsertResponses([
      {
        externalId: 'imported',
        survey: 'relationship',
        respondent: 'x',
        answer: 1,
        respondedAt: '2026-06-01T00:00:00Z',
      },
    ]);
    revisions.push(await submit('c'));
    const first = await workspace.responsesSince(start, 2);
    expect(first).toMatchObject({
      responses: [
        { comment: 'a', revision: Number(revisions[0]), position: 1 },
        { comment: 'b', revision: Number(revisions[1]), position: 1 },
      ],
      upTo: { revision: Number(revisions[1]), position: 1 },
      hasMore: true,
    });
    const second = await workspace.responsesSince(first.upTo, 2);
    expect(second).toMatchObject({
      responses: [{ comment: 'c' }],
      upTo: { revision: Number(revisions[2]), position: Number.POSITIVE_INFINITY },
      hasMore: false,
    });
    expect(await workspace.responsesSince(second.upTo, 2)).toEqual({ ...second, responses: [] });
  });

  test('moves its place along with writes that are no responses', async () => {
    const { workspace } = await surveyed();
    const { revision } = await workspace.upsertAccounts([{ externalId: 'acme' }]);
    expect(await workspace.responsesSince(start, 10)).toEqual({
      responses: [],
      upTo: { revision: Number(revision), position: Number.POSITIVE_INFINITY },
      hasMore: false,
    });
  });

  test('has a page of exactly what was asked for without more behind it', async () => {
    const { workspace, submit } = await surveyed();
    for (const comment of ['a', 'b', 'c']) await submit(comment);
    expect(await workspace.responsesSince(start, 3)).toMatchObject({ hasMore: false, responses: { length: 3 } });
    expect(await workspace.responsesSince(start, 2)).toMatchObject({ hasMore: true, responses: { length: 2 } });
  });
});
