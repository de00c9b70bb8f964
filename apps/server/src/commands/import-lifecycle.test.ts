import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDay, stageOn, traitPast } from '@plimsoll/metrics';
import { openStore } from '@plimsoll/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plimsoll, scratchFolder } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

const create = ['--workspace', 'acme', '--create-workspace', '--currency', 'USD', '--time-zone', 'Europe/Berlin'];

it('takes in what traits were, and stages set by hand', { timeout: 90_000 }, async () => {
  const files = [
    ['accounts', 'account_id,plan,traits_from\nu1,Team,2026-03-01\nu2,Team,soon\n'],
    ['trait-history', 'account_id,trait,value,from\nu1,plan,Starter,2026-01-01\nu9,plan,Starter,2026-01-01\n'],
    ['stages', 'account_id,stage,from,reason\nu1,growth,2026-02-01,"New, larger team"\nu1,nowhere,2026-03-01,\n'],
  ] as const;
  for (const [kind, text] of files) {
    await writeFile(join(folder.path, `${kind}.csv`), text);
    const where = kind === 'accounts' ? create : [];
    const taken = await plimsoll(folder.path, ['import', kind, `${kind}.csv`, '--data-dir', 'lives', ...where]);
    expect(taken.stdout).toContain('2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected');
  }
  const store = await openStore({ dataDir: join(folder.path, 'lives') });
  try {
    const workspace = store.workspace('acme');
    const ledger = await workspace.ledger();
    expect(traitPast(ledger, 0, 'plan')).toEqual([
      { value: 'Starter', from: parseDay('2026-01-01') },
      { value: 'Team', from: parseDay('2026-03-01') },
    ]);
    const { code, byHand } = stageOn(ledger, 0, parseDay('2026-02-01') ?? 0);
    expect([ledger.lifecycle[code - 1]?.key, byHand]).toEqual(['growth', true]);
    const id = ledger.accounts.ids[0] ?? '';
    expect((await workspace.stageSettings([id])).get(id)).toMatchObject([{ reason: 'New, larger team' }]);
  } finally {
    await store.close();
  }
});
