import { join } from 'node:path';
import { type AuditEvent, openStore, type Store, type WorkspaceInfo } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, plimsoll, scratchFolder } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
  const store = await openStore({ dataDir: join(folder.path, '.plimsoll') });
  for (const key of ['acme', 'other'])
    await store.createWorkspace({ key, name: key, currency: 'USD', timeZone: 'UTC' });
  await store.close();
});

afterAll(() => folder.remove());

function run(...args: readonly string[]): Promise<Outcome> {
  return plimsoll(folder.path, ['workspace', '--workspace', 'acme', ...args]);
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: join(folder.path, '.plimsoll') });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const info = (key: string): Promise<WorkspaceInfo> => inStore((store) => store.workspace(key).info());

const newestEvent = (key: string): Promise<AuditEvent | undefined> =>
  inStore(async (store) => (await store.workspace(key).auditEvents({ first: 1 }))[0]);

describe('plimsoll workspace', { timeout: 90_000 }, () => {
  it('sets what is given, shows how it stands, and leaves the rest', async () => {
    const set = await run(
      ...['--set', 'churnAt=cancellation', '--set=nrrMethod=trailing12Cohort', '--set', 'ltvCapMonths=none'],
      ...['--target', 'nrr=1.05,0.98', '--target', 'GRR=0.9', '--fiscal-year-starts-in', '4', '--name', 'Acme Inc.'],
    );
    expect(set).toMatchObject({ code: 0, stderr: '' });
    expect(set.stdout).toMatch(/^acme: Acme Inc\., in USD and UTC, fiscal year from month 4$/m);
    expect(set.stdout).toMatch(
      /^\* churnAt=cancellation +A cancelled subscription is lost: On the day it is cancelled$/m,
    );
    expect(set.stdout).toMatch(/^\* ltvCapMonths=none +Longest lifetime in LTV, in months$/m);
    expect(set.stdout).toMatch(/^ {2}minimumSample=5 +Fewest answers for a score$/m);
    expect(set.stdout).toMatch(/^ {2}NRR=1\.05,0\.98\n {2}GRR=0\.9\n\nInternal traits, .*: csm\n\nSet\.$/m);
    const after = await run('--target', 'GRR=none', '--set', 'minimumSample=7');
    expect(after.stdout).not.toContain('GRR');
    expect(await info('acme')).toMatchObject({
      name: 'Acme Inc.',
      fiscalYearStartsIn: 4,
      policy: { churnAt: 'cancellation', nrrMethod: 'trailing12Cohort', ltvCapMonths: null, minimumSample: 7 },
      targets: { NRR: { value: 1.05, watch: 0.98 } },
    });
    expect(await info('other')).toMatchObject({ name: 'other', targets: {}, revision: '0' });
    expect(await newestEvent('acme')).toMatchObject({ kind: 'SETTINGS_CHANGED', actor: { kind: 'cli' } });
    expect((await run('--set', 'minimumSample=7')).stdout).toContain('It was just so before.');
    expect((await run()).stdout).toMatch(/NRR=1\.05,0\.98\n\nInternal traits, .*: csm\n$/);
  });

  it.each([
    [['--set', 'churnAt=later'], /cannot be later\. .*Give one of endOfPaidPeriod, cancellation\./],
    [['--set', 'ltvChurnMonths=many'], /cannot be many\. .*Give a whole number from 1 to 60\./],
    [['--set', 'minimumSample=none'], /cannot be null\. .*Give a whole number of 1 or more\./],
    [['--set', 'churn=later'], /no policy switch "churn"\. .*Use one of nrrMethod, .*, supportHours\./],
    [['--set', 'churnAt'], /--set churnAt says no value\. .*such as churnAt=cancellation/],
    [['--target', 'NRR=105%'], /"105%" is no target for NRR\. .*1\.05 for 105 %/],
    [['--target', 'FAME=1'], /no metric "FAME"\. .*Use one of MRR, /],
    [['--fiscal-year-starts-in', 'April'], /month from 1 to 12/],
    [['--name', ' '], /has no name/],
    [['--sett', 'churnAt=later'], /no option --sett/],
  ])('sets nothing of %j, and says what could be meant', async (args, message) => {
    const before = await info('acme');
    const { code, stderr } = await run('--set', 'paused=count', ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(await info('acme')).toEqual(before);
  });

  it('wants to know which of several is meant, and lists the switches in its help', async () => {
    const unnamed = await plimsoll(folder.path, ['workspace', '--set', 'paused=count']);
    expect(unnamed).toMatchObject({ code: 2, stderr: expect.stringContaining('acme, other') });
    const { stdout } = await plimsoll(folder.path, ['workspace', '--help']);
    expect(stdout).toContain('churnAt: one of endOfPaidPeriod, cancellation');
  });
});
