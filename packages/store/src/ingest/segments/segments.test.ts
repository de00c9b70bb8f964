import { expect, test } from 'vitest';
import type { SegmentFilter, SegmentRecord } from '../../records/segment.ts';
import { describeBackends } from '../../testing/backends.ts';

const segment = (key: string, filter: SegmentFilter = {}): SegmentRecord => ({ key, name: key.toUpperCase(), filter });
const names = (...keys: readonly string[]): SegmentFilter => ({ segment: { in: keys } });

describeBackends('segments', (backend) => {
  test('are created, changed, left alone and deleted', async () => {
    const workspace = await backend.freshWorkspace();
    const big = { ...segment('big', { mrr: { atLeast: '100' }, trait: { key: 'plan', in: ['Team'] } }) };
    expect(await workspace.upsertSegments([big])).toEqual({ results: [{ status: 'created' }], revision: '1' });
    const turned = { ...big, filter: { trait: { in: ['Team'], key: 'plan' }, mrr: { atLeast: '100' } } };
    expect(await workspace.upsertSegments([turned])).toEqual({ results: [{ status: 'unchanged' }], revision: '1' });
    expect(await workspace.segments()).toEqual([{ ...big, description: null }]);
    const { results } = await workspace.upsertSegments([{ ...big, description: 'Who matters' }, segment('all')]);
    expect(results).toEqual([{ status: 'updated' }, { status: 'created' }]);
    expect(await workspace.deleteSegment('big')).toEqual({ kind: 'deleted', revision: '3' });
    expect(await workspace.deleteSegment('big')).toEqual({ kind: 'absent', revision: '3' });
    expect((await workspace.segments()).map(({ key }) => key)).toEqual(['all']);
  });

  test('name others, and never in a circle', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertSegments([
      segment('a', names('b')),
      segment('b'),
      segment('a', { not: names('b') }),
      segment('c', { and: [{ or: [names('a')] }] }),
      segment('b', { or: [{}, names('c')] }),
      segment('c', names('c')),
      segment('b', names('missing')),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'created',
      'created',
      'created',
      'rejected',
      'rejected',
      'rejected',
    ]);
    const reasons = results.map((result) => (result.status === 'rejected' ? result.reason : ''));
    expect(reasons[0]).toMatch(/no segment "b"/);
    expect(reasons[4]).toMatch(/"b" → "c" → "a" → "b"/);
    expect(reasons[5]).toMatch(/"c" → "c"/);
    expect(await workspace.deleteSegment('b')).toEqual({ kind: 'inUse', by: ['a'] });
    expect((await workspace.segments()).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  test('cannot grow without bounds by naming one another', async () => {
    const workspace = await backend.freshWorkspace();
    const doubling = Array.from({ length: 12 }, (_, index) =>
      segment(`s${index}`, index === 0 ? {} : { or: [names(`s${index - 1}`), names(`s${index - 1}`)] }),
    );
    const { results } = await workspace.upsertSegments(doubling);
    const first = results.findIndex(({ status }) => status === 'rejected');
    expect(first).toBeGreaterThan(5);
    expect(results[first]).toMatchObject({ field: 'filter', reason: expect.stringMatching(/parts and values/) });
    // What is named is measured with those who name it.
    const list = { trait: { key: 'plan', in: Array.from({ length: 500 }, (_, index) => `p${index}`) } };
    expect((await workspace.upsertSegments([segment('s0', list)])).results[0]).toMatchObject({ field: 'filter' });
  });

  test('that make no sense are rejected, and hold up no other', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertSegments([
      segment('No Key'),
      { ...segment('x'), name: '' },
      // biome-ignore lint/suspicious/noExplicitAny: what a caller without types may send
      { ...segment('x'), filter: null as any },
      segment('x'),
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'key',
      'name',
      'filter',
      'created',
    ]);
  });

  test('belong to their workspace', async () => {
    const [one, other] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    await one.upsertSegments([segment('mine')]);
    expect(await other.segments()).toEqual([]);
    expect((await other.deleteSegment('mine')).kind).toBe('absent');
  });
});
