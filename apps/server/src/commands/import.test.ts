import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createdOn, parseDay, tagsOf } from '@plimsoll/metrics';
import { openStore, type WorkspaceCounts, type WorkspaceStore } from '@plimsoll/store';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plimsoll, scratchFolder, startPlimsoll, until } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder.path, name), content);
  return name;
}

async function inWorkspace<T>(dataDir: string, look: (workspace: WorkspaceStore) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: join(folder.path, dataDir) });
  try {
    return await look(store.workspace('acme'));
  } finally {
    await store.close();
  }
}

/** Counts, and every account's balance in annualised minor units. */
async function totals(dataDir: string): Promise<{ readonly counts: WorkspaceCounts; readonly annual: number }> {
  return inWorkspace(dataDir, async (workspace) => {
    const { amounts } = (await workspace.ledger()).movements;
    return { counts: await workspace.counts(), annual: amounts.reduce((sum, amount) => sum + amount, 0) };
  });
}

const create = ['--workspace', 'acme', '--create-workspace', '--currency', 'USD', '--time-zone', 'Europe/Berlin'];

describe('plimsoll import', { timeout: 90_000 }, () => {
  it('takes what RFC 4180 allows, and changes nothing the second time', async () => {
    const accounts = await file(
      'accounts.csv',
      '\ufeffaccount_id,name,Plan,note,Tags,created_on\r\n1,"Rockets, ""Acme""",Team,"two\r\nlines",vip; beta;,2025-02-01\r\n2,Bolt,,,,\r\n',
    );
    const first = await plimsoll(folder.path, ['import', 'accounts', accounts, ...create]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain('2 rows: 2 created, 0 updated, 0 unchanged, 0 rejected');
    const subscriptions = await file(
      'subscriptions.csv',
      'subscription_id,account_id,starts_on,ends_on,amount,currency,interval,interval_count,quantity,colour\ns1,1,2026-01-01,,29.85,USD,month,1,2,red\ns2,3,2026-02-01,2026-05-01,1200,usd,Year,,,\n',
    );
    const second = await plimsoll(folder.path, ['import', 'subscriptions', subscriptions]);
    expect(second).toMatchObject({ code: 0 });
    expect(second.stderr).toContain('colour');
    const third = await plimsoll(folder.path, ['import', 'subscriptions', subscriptions]);
    expect(third.stdout).toContain('2 rows: 0 created, 0 updated, 2 unchanged, 0 rejected');
    const ledger = await inWorkspace('.plimsoll', (workspace) => workspace.ledger());
    expect(ledger.accounts.names).toEqual(['Rockets, "Acme"', 'Bolt', '3']);
    expect([tagsOf(ledger, 0), tagsOf(ledger, 1)]).toEqual([['beta', 'vip'], []]);
    expect([createdOn(ledger, 0), createdOn(ledger, 1)]).toEqual([parseDay('2025-02-01'), Number.NaN]);
    expect(ledger.accounts.traits.get('note')?.values).toContain('two\r\nlines');
    expect([...ledger.movements.amounts]).toEqual([2_985 * 2 * 12, 120_000, -120_000]);
  });

  it('sends bad rows to the rejects file with line, column and reason, and lands the others', async () => {
    const name = await file(
      'mixed.csv',
      [
        'subscription_id,account_id,starts_on,ends_on,amount,currency,quantity',
        'm1,10,2026-01-01,,10,USD,1',
        'm2,10,2026-01-01,,-5,USD,1',
        'm3,10,2026-01-01,,10,XXX,1',
        'm4,10,2026-03-01,2026-02-01,10,USD,1',
        'm5,10,2026-01-01,,10,USD',
        'm6,10,2026-01-01,,1"0,USD,1',
        'm7,10,2026-01-01,,10,USD,two',
        'm8,,2026-01-01,,10,USD,1',
        'm9,11,2026-01-01,,10,USD,1',
        '',
      ].join('\n'),
    );
    const before = await totals('.plimsoll');
    const rehearsed = await plimsoll(folder.path, ['import', 'subscriptions', name, '--dry-run']);
    expect(rehearsed).toMatchObject({ code: 3 });
    expect(rehearsed.stdout).toContain('Rehearsed: 9 rows: 2 created, 0 updated, 0 unchanged, 7 rejected');
    expect(await totals('.plimsoll')).toEqual(before);
    const real = await plimsoll(folder.path, ['import', 'subscriptions', name]);
    expect(real).toMatchObject({ code: 3 });
    expect(real.stdout).toContain('9 rows: 2 created, 0 updated, 0 unchanged, 7 rejected');
    const rejects: readonly { readonly [column: string]: string }[] = parse(
      await readFile(join(folder.path, 'mixed.rejects.csv'), 'utf8'),
      { columns: true, relax_column_count: true },
    );
    expect(rejects.map(({ line, column, subscription_id }) => [line, column, subscription_id])).toEqual([
      ['3', 'amount', 'm2'],
      ['4', 'currency', 'm3'],
      ['5', 'ends_on', 'm4'],
      ['6', '', 'm5'],
      ['7', '', 'm6,10,2026-01-01,,1"0,USD,1'],
      ['8', 'quantity', 'm7'],
      ['9', 'account_id', 'm8'],
    ]);
    for (const { reason } of rejects) expect(reason).toMatch(/\w.*\./);
    expect((await totals('.plimsoll')).counts.subscriptions).toBe(before.counts.subscriptions + 2);
    await file('mixed.csv', 'subscription_id,account_id,starts_on,amount,currency\nm1,10,2026-01-01,10,USD\n');
    expect(await plimsoll(folder.path, ['import', 'subscriptions', name])).toMatchObject({ code: 0 });
    await expect(access(join(folder.path, 'mixed.rejects.csv'))).rejects.toThrow();
  });

  it('takes in what billing systems know, and exchange rates', async () => {
    const billed = await file(
      'billed.csv',
      [
        'subscription_id,account_id,starts_on,ends_on,amount,currency,kind,status,cancelled_on,signed_on,discount_percent,discount_ends_on',
        'b1,1,2026-01-01,2026-07-01,100,USD,,,2026-03-10,2025-12-01,25,2026-02-01',
        'b1,1,2026-01-01,,500,USD,one_time,,,,,',
        'b2,2,2026-01-01,2026-02-01,50,USD,Recurring,Past due,,,,',
        'b3,3,2026-01-01,,100,EUR,,active,,,,',
        'b4,4,2026-01-01,,100,USD,,paused,2026-02-01,,,',
        '',
      ].join('\n'),
    );
    const into = ['--data-dir', 'billed', '--workspace', 'acme', '--create-workspace', '--currency', 'USD'];
    const landed = await plimsoll(folder.path, ['import', 'subscriptions', billed, ...into]);
    expect(landed.stdout).toContain('5 rows: 4 created, 0 updated, 0 unchanged, 1 rejected');
    expect(await readFile(join(folder.path, 'billed.rejects.csv'), 'utf8')).toContain('ends_on');
    const name = await file('rates.csv', 'currency,day,rate\neur,2025-12-01,1.25\nusd,2025-12-01,1\n');
    const rated = await plimsoll(folder.path, ['import', 'rates', name, '--data-dir', 'billed']);
    expect(rated.stdout).toContain('2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected');
    const { movements, commitments } = await inWorkspace('billed', (workspace) => workspace.ledger());
    expect([...movements.amounts]).toEqual([90_000, 30_000, -120_000, 60_000, -60_000, 150_000]);
    expect([...commitments.setToCancel]).toEqual([0, 0, 120_000, 0]);
  });

  it('takes usage in, a day once', async () => {
    await plimsoll(folder.path, [
      ...['import', 'accounts', await file('users-of.csv', 'account_id\nu1\n'), '--data-dir', 'used'],
      ...create,
    ]);
    const name = await file(
      'usage.csv',
      'account_id,user_id,day,feature,events\nu1,ann,2026-05-01,reports,3\nu1,ann,2026-05-02,,\nu2,ann,2026-05-01,,1\nu1,bob,2026-05-01,,-1\n',
    );
    const first = await plimsoll(folder.path, ['import', 'usage', name, '--data-dir', 'used']);
    expect(first.stdout).toContain('4 rows: 2 created, 0 updated, 0 unchanged, 2 rejected');
    const again = await plimsoll(folder.path, ['import', 'usage', name, '--data-dir', 'used']);
    expect(again.stdout).toContain('4 rows: 0 created, 0 updated, 2 unchanged, 2 rejected');
    const { usage } = await inWorkspace('used', (workspace) => workspace.ledger());
    expect([...usage.users]).toEqual([1, 1]);
    const events = await file(
      'events.csv',
      'event_id,account_id,user_id,at,feature,session_id,seconds\n1,u1,ann,2026-05-03T09:00:00Z,reports,s,5\n2,u1,ann,2026-05-03T09:20:00Z,,,\n3,u1,ann,yesterday,,,\n',
    );
    const recorded = await plimsoll(folder.path, ['import', 'events', events, '--data-dir', 'used']);
    expect(recorded.stdout).toContain('3 rows: 2 created, 0 updated, 0 unchanged, 1 rejected');
    const seats = await file('seats.csv', 'account_id,day,seats\nu1,2026-05-01,40\nu1,2026-05-02,\n');
    const licensed = await plimsoll(folder.path, ['import', 'seats', seats, '--data-dir', 'used']);
    expect(licensed.stdout).toContain('2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected');
  });

  it('takes in what customers achieve', async () => {
    await plimsoll(folder.path, [
      ...['import', 'accounts', await file('achievers.csv', 'account_id\nu1\n'), '--data-dir', 'achieved'],
      ...create,
    ]);
    const value = [
      ['milestone-definitions', 'milestone,name,role\nlive,Live,first_value\nx,,last\n'],
      ['milestones', 'account_id,milestone,reached_on\nu1,live,2026-05-01\nu9,live,2026-05-01\n'],
      [
        'outcomes',
        'outcome_id,account_id,name,baseline,target,due_on\no,u1,Sooner,12,-4.5,2026-06-30\np,u1,Same,1,1,2026-06-30\n',
      ],
      ['outcome-progress', 'outcome_id,on,value\no,2026-05-01,8\no,2026-05-02,"8,5"\n'],
      ['advocacy', 'act_id,account_id,kind,on\na,u1,Case Study,2026-05-01\nb,u1,applause,2026-05-01\n'],
    ] as const;
    for (const [kind, text] of value) {
      const taken = await plimsoll(folder.path, [
        'import',
        kind,
        await file(`${kind}.csv`, text),
        '--data-dir',
        'achieved',
      ]);
      expect(taken.stdout).toContain('2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected');
    }
  });

  it('reads a pipe, through a mapping with constants', async () => {
    const mapping = await file(
      'mapping.json',
      JSON.stringify({
        subscription_id: 'Contract No',
        account_id: 'Customer',
        starts_on: 'From',
        amount: 'Price',
        currency: { value: 'USD' },
      }),
    );
    const outcome = await plimsoll(
      folder.path,
      ['import', 'subscriptions', '-', '--mapping', mapping],
      'Customer,Contract No,From,Price\n20,p1,2026-01-01,7.50\n',
    );
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).toContain('1 rows: 1 created');
  });

  it('refuses answers that are no whole number from 0 to 10', async () => {
    await inWorkspace('.plimsoll', (workspace) =>
      workspace.upsertSurveys([
        {
          key: 'nps',
          name: 'NPS',
          question: 'How likely?',
          lowLabel: 'No',
          highLabel: 'Yes',
          followUps: [],
          thanks: 'Thanks',
          open: true,
        },
      ]),
    );
    const row = (id: string, answer: string, account = '1') =>
      `${id},nps,${account},ann,${answer},"so, so",2026-03-01T10:00:00Z`;
    const name = await file(
      'responses.csv',
      [
        'response_id,survey,account_id,respondent,answer,comment,responded_at',
        ...['9', '11', '-1', '7.5', 'nine'].map((answer, index) => row(`r${index}`, answer)),
        row('r5', '8', 'nobody'),
      ].join('\n'),
    );
    const outcome = await plimsoll(folder.path, ['import', 'responses', name]);
    expect(outcome).toMatchObject({ code: 3 });
    expect(outcome.stdout).toContain('6 rows: 1 created, 0 updated, 0 unchanged, 5 rejected');
  });

  it('takes costs of accounts and of the whole workspace', async () => {
    const name = await file(
      'costs.csv',
      [
        'cost_id,category,starts_on,ends_on,amount,currency,account_id',
        'c1,Support,2026-01-01,2026-02-01,310.00,usd,1',
        'c2,acquisition,2026-01-01,2026-02-01,99.00,USD,',
        'c3,travel,2026-01-01,2026-02-01,99.00,USD,',
        '',
      ].join('\n'),
    );
    const outcome = await plimsoll(folder.path, ['import', 'costs', name]);
    expect(outcome).toMatchObject({ code: 3 });
    expect(outcome.stdout).toContain('3 rows: 2 created, 0 updated, 0 unchanged, 1 rejected');
    const { costs } = await inWorkspace('.plimsoll', (workspace) => workspace.ledger());
    expect([[...costs.amounts], [...costs.shared.amounts]]).toEqual([[31_000], [9_900]]);
  });

  it('takes contracts, and renews them by one another', async () => {
    const name = await file(
      'contracts.csv',
      [
        'contract_id,account_id,starts_on,renewal_date,annual_amount,currency,auto_renew,renews,status',
        'k2,1,2026-01-01,2027-01-01,1200.00,usd,,k1,',
        'k1,1,2025-01-01,2026-01-01,1000.00,USD,yes,,Signed',
        'k3,1,2025-01-01,2026-01-01,1000.00,USD,perhaps,,',
        'k4,1,2025-01-01,2026-01-01,1000.00,USD,,,maybe',
        '',
      ].join('\n'),
    );
    const outcome = await plimsoll(folder.path, ['import', 'contracts', name]);
    expect(outcome).toMatchObject({ code: 3 });
    expect(outcome.stdout).toContain('4 rows: 2 created, 0 updated, 0 unchanged, 2 rejected');
    const { contracts } = await inWorkspace('.plimsoll', (workspace) => workspace.ledger());
    expect([[...contracts.due], [...contracts.renewed]]).toEqual([
      [100_000, 120_000],
      [120_000, 0],
    ]);
  });

  it('takes CSMs', async () => {
    const name = await file(
      'csms.csv',
      'csm_id,name,fte,ramped_on,left_on\nann,Ann,0.8,2026-01-01,\nbob,Bob,half,2026-01-01,\ncy,Cy,1,2026-01-01,2026-05-01\n',
    );
    const outcome = await plimsoll(folder.path, ['import', 'csms', name]);
    expect(outcome).toMatchObject({ code: 3 });
    expect(outcome.stdout).toContain('3 rows: 2 created, 0 updated, 0 unchanged, 1 rejected');
    const { csms } = await inWorkspace('.plimsoll', (workspace) => workspace.ledger());
    expect([csms.ids, [...csms.fte]]).toEqual([
      ['ann', 'cy'],
      [800_000, 1_000_000],
    ]);
  });

  it('takes tickets, what happened to them, and the hours in which support is open', async () => {
    const run = async (kind: string, rows: readonly string[], ...options: readonly string[]) =>
      plimsoll(folder.path, ['import', kind, await file(`${kind}.csv`, `${rows.join('\n')}\n`), ...options]);
    const tickets = await run('tickets', [
      'ticket_id,account_id,created_at,priority,channel',
      't1,1,2026-10-09T16:00:00Z,high,email',
      't2,nobody,2026-10-09T16:00:00Z,,',
    ]);
    expect(tickets.stdout).toContain('2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected');
    const events = [
      'ticket_id,at,kind,by',
      't1,2026-10-12T10:00:00Z,Public reply,agent',
      't1,2026-10-12T16:00:00Z,resolved,AGENT',
      't1,2026-10-12T16:00:00Z,solved,agent',
      't9,2026-10-12T16:00:00Z,resolved,agent',
    ];
    // Tickets that are there are known to a rehearsal.
    expect((await run('ticket-events', events, '--dry-run')).stdout).toContain(
      '4 rows: 2 created, 0 updated, 0 unchanged, 2 rejected',
    );
    expect((await run('ticket-events', events)).stdout).toContain('4 rows: 2 created');
    expect((await run('ticket-events', events)).stdout).toContain('2 unchanged, 2 rejected');
    const schedules = await run('schedules', [
      'schedule,valid_from,time_zone,monday,friday,holidays',
      'default,2026-01-01,UTC,09:00-12:00 13:00-17:00,09:00-17:00,2026-12-25 2027-01-01',
      'night,2026-01-01,UTC,nine to five,,',
      'dusk,2026-01-01,UTC,17:00-09:00,,',
    ]);
    expect(schedules).toMatchObject({ code: 3 });
    expect(schedules.stdout).toContain('3 rows: 1 created, 0 updated, 0 unchanged, 2 rejected');
    const ledger = await inWorkspace('.plimsoll', (workspace) => workspace.ledger());
    expect([[...ledger.tickets.agentReplies], [...ledger.tickets.agentRepliesOpen]]).toEqual([[237_600], [7_200]]);
    expect([...ledger.resolutions.waitsOpen]).toEqual([3_600 * 7]);
  });

  it.each([
    ['a missing file', ['import', 'accounts', 'none.csv'], '', /no file "none\.csv"/],
    [
      'a missing column',
      ['import', 'subscriptions', '-'],
      'account_id,when\n1,2\n',
      /"subscription_id", "starts_on".*has: account_id, when/s,
    ],
    ['an empty file', ['import', 'accounts', '-'], '', /is empty/],
    ['text that is not UTF-8', ['import', 'accounts', '-'], 'a\u0000c\u0000', /not UTF-8/],
    ['a kind that cannot be imported', ['import', 'invoices', '-'], '', /"invoices" cannot be imported/],
    ['a mistyped option', ['import', 'accounts', '-', '--dryrun'], '', /no option --dryrun/],
    ['an unknown command', ['imports'], '', /Unknown command/],
  ])('exits with 2 for %s', async (_, args, input, message) => {
    const outcome = await plimsoll(folder.path, args, input);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.code).toBe(2);
  });

  it('ends with a sentence where rejects cannot be written or a file cannot be read', async () => {
    const accounts = await file('rejected.csv', 'account_id,name\n1,One\n,Nobody\n');
    await mkdir(join(folder.path, 'rejected.rejects.csv.partial'));
    const unwritable = await plimsoll(folder.path, ['import', 'accounts', accounts, '--data-dir', 'ends', ...create]);
    expect(unwritable.code).toBe(1);
    expect(unwritable.stderr).toMatch(/^RejectsUnwritable: .*rejected\.rejects\.csv.* import the file again/);
    await rm(join(folder.path, 'rejected.rejects.csv.partial'), { recursive: true });
    const written = await plimsoll(folder.path, ['import', 'accounts', accounts, '--data-dir', 'ends']);
    expect(written.code).toBe(3);
    // Rejects hold records of customers.
    if (process.platform !== 'win32')
      expect((await stat(join(folder.path, 'rejected.rejects.csv'))).mode & 0o777).toBe(0o600);
    // A file that is there and cannot be read, not even by root.
    if (process.platform === 'linux') {
      const unreadable = await plimsoll(folder.path, ['import', 'accounts', '/proc/self/mem', '--data-dir', 'ends']);
      expect(unreadable.code).toBe(2);
      expect(unreadable.stderr).toMatch(/^UsageError: "\/proc\/self\/mem" cannot be read .* Nothing was imported/);
    }
  });

  it('completes what a killed import left, to the totals of one clean run', async () => {
    const rows = Array.from(
      { length: 14_000 },
      (_, index) =>
        `k${index},${index % 3_000},2026-0${(index % 9) + 1}-01,,${(index % 700) + 1}.50,${index === 7 ? 'XXX' : 'USD'}`,
    );
    const header = 'subscription_id,account_id,starts_on,ends_on,amount,currency';
    const name = await file('many.csv', [header, ...rows, ''].join('\n'));
    const killed = startPlimsoll(folder.path, ['import', 'subscriptions', '-', '--data-dir', 'killed', ...create]);
    killed.child.stdin?.write([header, ...rows.slice(0, 10_500), ''].join('\n'));
    // The rejects appear beside their place with the first batch, and move there only at the end.
    await until('a first batch', () => access(join(folder.path, 'stdin.rejects.csv.partial')).then(() => true));
    killed.child.kill('SIGKILL');
    await killed.outcome;
    await expect(access(join(folder.path, 'stdin.rejects.csv'))).rejects.toThrow();
    const again = await plimsoll(folder.path, ['import', 'subscriptions', name, '--data-dir', 'killed']);
    expect(again).toMatchObject({ code: 3 });
    expect(again.stdout).toMatch(/14,000 rows: [1-9][\d,]* created, 0 updated, [1-9][\d,]* unchanged, 1 rejected/);
    await plimsoll(folder.path, ['import', 'subscriptions', name, '--data-dir', 'clean', ...create]);
    expect(await totals('killed')).toEqual(await totals('clean'));
  });
});
