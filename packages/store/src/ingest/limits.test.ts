import { expect, test } from 'vitest';
import type { BatchResult } from '../records/batch.ts';
import { describeBackends } from '../testing/backends.ts';

/** So many texts, each another. */
const many = (count: number, prefix = 'k') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const dates = (count: number) =>
  many(count).map((_, index) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10));

const statuses = ({ results }: BatchResult) => results.map(({ status }) => status);
const rejections = ({ results }: BatchResult) =>
  results.flatMap((result) => (result.status === 'rejected' ? [`${result.field}: ${result.reason}`] : []));

describeBackends('a record at its limit is taken, and one past it refused', (backend) => {
  test('with its holidays and stretches of a week', async () => {
    const workspace = await backend.freshWorkspace();
    const schedule = { key: 'default', validFrom: '2026-01-01', timeZone: 'UTC', hours: [] };
    const clock = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
    const hours = (count: number) =>
      many(count).map(
        (_, index) => ({ weekday: 'monday', opens: clock(10 * index), closes: clock(10 * index + 5) }) as const,
      );
    const result = await workspace.upsertSchedules([
      { ...schedule, holidays: dates(1_000) },
      { ...schedule, validFrom: '2026-02-01', holidays: dates(1_001) },
      { ...schedule, validFrom: '2026-03-01', hours: hours(100) },
      { ...schedule, validFrom: '2026-04-01', hours: hours(101) },
    ]);
    expect(statuses(result)).toEqual(['created', 'rejected', 'created', 'rejected']);
    expect(rejections(result)).toEqual([
      'holidays: There are 1001 holidays and 1000 is the most. Leave old ones to versions of their own.',
      'hours: The week has 101 stretches and 100 is the most. Join some.',
    ]);
  });

  test('with the traits and tags of an account', async () => {
    const workspace = await backend.freshWorkspace();
    const account = { name: 'Acme' };
    const traits = (count: number) => Object.fromEntries(many(count).map((key) => [key, 'x']));
    const result = await workspace.upsertAccounts([
      { ...account, externalId: 'a', traits: traits(100), tags: many(100) },
      { ...account, externalId: 'b', traits: traits(101) },
      { ...account, externalId: 'c', tags: many(101) },
    ]);
    expect(statuses(result)).toEqual(['created', 'rejected', 'rejected']);
    expect(rejections(result)).toEqual([
      'traits: The account has 101 traits and 100 is the most. Leave some out.',
      'tags: The account has 101 tags and 100 is the most. Leave some out.',
    ]);
  });

  test('with the plans of a feature, and features in all', async () => {
    const workspace = await backend.freshWorkspace();
    const one = await workspace.upsertFeatures([
      { key: 'k0', plans: many(100) },
      { key: 'b', plans: many(101) },
    ]);
    expect(statuses(one)).toEqual(['created', 'rejected']);
    expect(rejections(one)).toEqual(['plans: The feature belongs to 101 plans and 100 is the most. Leave some out.']);
    expect(rejections(await workspace.upsertFeatures(many(5_000).map((key) => ({ key }))))).toEqual([]);
    const past = await workspace.upsertFeatures([{ key: 'k4999', name: 'Last' }, { key: 'k5000' }]);
    expect(statuses(past)).toEqual(['updated', 'rejected']);
    expect(rejections(past)[0]).toMatch(
      /^key: The feature "k5000" would be one more than the 5,000 there can be\. Give/,
    );
  });

  test('of milestones', async () => {
    const workspace = await backend.freshWorkspace();
    const put = (keys: readonly string[]) =>
      workspace.upsertMilestoneDefinitions(keys.map((key) => ({ key, name: key, role: 'other' })));
    expect(rejections(await put(many(500)))).toEqual([]);
    const past = await put(['k499', 'k500']);
    expect(statuses(past)).toEqual(['unchanged', 'rejected']);
    expect(rejections(past)[0]).toMatch(
      /^key: The milestone "k500" would be one more than the 500 there can be\. Give/,
    );
  });

  test('of segments', async () => {
    const workspace = await backend.freshWorkspace();
    const put = (keys: readonly string[]) =>
      workspace.upsertSegments(keys.map((key) => ({ key, name: key, description: null, filter: {} })));
    expect(rejections(await put(many(500)))).toEqual([]);
    const past = await put(['k499', 'k500']);
    expect(statuses(past)).toEqual(['unchanged', 'rejected']);
    expect(rejections(past)[0]).toMatch(/^key: .*500.*\. /);
  });

  test('of the sessions of a day', async () => {
    const workspace = await backend.freshWorkspace();
    const day = { accountExternalId: 'acme', user: 'ann', events: 1 };
    await workspace.upsertAccounts([{ externalId: 'acme', name: 'Acme' }]);
    const result = await workspace.upsertUsageDays([
      { ...day, day: '2026-01-01', sessions: 10_000 },
      { ...day, day: '2026-01-02', sessions: 10_001 },
    ]);
    expect(statuses(result)).toEqual(['created', 'rejected']);
    expect(rejections(result)[0]).toMatch(/^sessions: .*10,?001.*10,?000/);
  });
});
